package com.aiqleads.platform.store;

import com.aiqleads.lambda.Names;
import com.aiqleads.platform.Departures;
import com.aiqleads.platform.DeparturesContract;
import com.aiqleads.testkit.DynamoService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDeparturesTest extends DeparturesContract {

  private static final Names NAMES = new Names("departures-test", "platform");

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final DynamoDbClient client = DynamoTables.client(DYNAMO.endpoint());

  @BeforeAll
  static void createTable() {
    DynamoTables.create(DynamoTables.client(DYNAMO.endpoint()), NAMES.table("departures"));
  }

  @Override
  protected Departures departures() {
    return new PlatformStore().departures(client, NAMES);
  }
}
