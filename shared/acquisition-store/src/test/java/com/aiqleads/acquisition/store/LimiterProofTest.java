package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.store.LimiterProof.Found;
import com.aiqleads.acquisition.store.LimiterProof.Plan;
import com.aiqleads.lambda.Names;
import com.aiqleads.testkit.DynamoService;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The bench `limiter` in small.
class LimiterProofTest {

  private static final Names NAMES = new Names("proof-test", "acquisition");

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  @Test
  void noSiteIsAskedTooSoonOrTooMuchWhateverTheClocksOfTheInvocationsSay() throws Exception {
    DynamoDbClient client = FetchingTables.client(DYNAMO.endpoint());
    FetchingTables.create(client, NAMES.table(LimiterProof.TABLE), "site");
    Plan plan =
        new Plan(
            2,
            8,
            Duration.ofMillis(300),
            Duration.ofMillis(700),
            20,
            Duration.ofSeconds(2),
            Duration.ofSeconds(4));

    Found found = new LimiterProof(plan, client, NAMES).run();

    assertThat(found.hasty()).isZero();
    assertThat(found.overlaps()).isZero();
    assertThat(found.arrivals()).isPositive();
  }
}
