package com.aiqleads.platform.store;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.Names;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.AttemptsContract;
import com.aiqleads.platform.Limit;
import com.aiqleads.testkit.DynamoService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoAttemptsTest extends AttemptsContract {

  private static final Names NAMES = new Names("attempts-test", "platform");

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final DynamoDbClient client = DynamoTables.client(DYNAMO.endpoint());
  private final Attempts attempts = new PlatformStore().attempts(client, NAMES);

  @BeforeAll
  static void createTable() {
    DynamoTables.create(DynamoTables.client(DYNAMO.endpoint()), NAMES.table("sign-in-attempts"));
  }

  @Override
  protected Attempts attempts() {
    return attempts;
  }

  @Test
  void namesNobodyAndForgetsAfterTheWindow() {
    attempts.add(Limit.WRONG_PASSWORDS, "ann@buyers.example", NOON);

    assertThat(client.scan(scan -> scan.tableName(NAMES.table("sign-in-attempts"))).items())
        .noneMatch(item -> item.toString().contains("ann@"))
        .anyMatch(item -> item.toString().contains("N=1795176900"));
  }
}
