package com.aiqleads.platform.store;

import com.aiqleads.lambda.Names;
import com.aiqleads.platform.PendingLinks;
import com.aiqleads.platform.PendingLinksContract;
import com.aiqleads.testkit.DynamoService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoPendingLinksTest extends PendingLinksContract {

  private static final Names NAMES = new Names("pending-links-test", "platform");

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final DynamoDbClient client = DynamoTables.client(DYNAMO.endpoint());

  @BeforeAll
  static void createTable() {
    DynamoTables.create(DynamoTables.client(DYNAMO.endpoint()), NAMES.table("pending-links"));
  }

  @Override
  protected PendingLinks links() {
    return new PlatformStore().pendingLinks(client, NAMES);
  }
}
