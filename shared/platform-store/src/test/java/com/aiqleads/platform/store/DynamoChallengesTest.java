package com.aiqleads.platform.store;

import com.aiqleads.lambda.Names;
import com.aiqleads.platform.Challenges;
import com.aiqleads.platform.ChallengesContract;
import com.aiqleads.testkit.DynamoService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoChallengesTest extends ChallengesContract {

  private static final Names NAMES = new Names("challenges-test", "platform");

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final DynamoDbClient client = DynamoTables.client(DYNAMO.endpoint());
  private final Challenges challenges = new PlatformStore().challenges(client, NAMES);

  @BeforeAll
  static void createTable() {
    DynamoTables.create(DynamoTables.client(DYNAMO.endpoint()), NAMES.table("sign-in-challenges"));
  }

  @Override
  protected Challenges challenges() {
    return challenges;
  }
}
