package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;

class TimeBudgetTest {

  /// Of ten seconds, half a one is left to answer.
  @ParameterizedTest
  @CsvSource({"PT2S, PT2S", "PT9.5S, PT9.5S", "PT9.6S, PT9.5S", "PT1M, PT9.5S"})
  void aCallMaySayThatItEndsSooner(Duration own, Duration limit) {
    TimeBudget budget = new TimeBudget(() -> Duration.ofSeconds(10));
    GetQueueUrlRequest asked =
        GetQueueUrlRequest.builder()
            .overrideConfiguration(settings -> settings.apiCallTimeout(own))
            .build();

    AwsRequest limited = (AwsRequest) budget.modifyRequest(() -> asked, new ExecutionAttributes());

    assertThat(limited.overrideConfiguration().orElseThrow().apiCallTimeout()).contains(limit);
  }
}
