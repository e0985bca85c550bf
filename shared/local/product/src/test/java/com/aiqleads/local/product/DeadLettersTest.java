package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a function could not handle calls people, and once it is handled they hear that, too.
@Order(4)
class DeadLettersTest {

  @RegisterExtension static final SharedProduct product = new SharedProduct();

  private static final String FUNCTION = "marketplace-publish-lead";
  private static final String ALARM = "aiqleads-local-" + FUNCTION + "-dead-letters";

  /// An event that is in order, as if a store had been down when it came first.
  private static final String ENDED =
      """
      {"eventId":"evt_01M7T1X131F02BNNQYJJJNY6D1","event":"LeadEnded","version":1,
       "occurredAt":"2026-11-20T09:03:21Z","correlationId":"cor_01M7T1X131F02BNNQYJJJNY65D",
       "data":{"leadId":"lead_01M7T1X131F02BNNQYJJJNY65D","version":1,
         "reasons":[{"code":"gone","text":"It has ended."}],"endedAt":"2026-11-20T09:03:21Z"}}
      """;

  @Test
  void callPeopleByEveryChannelAndAreOverOnceTheyAreRedriven() {
    AwsCalls aws = new AwsCalls(product.running().aws());
    JsonNode _ =
        aws.call(
            "AmazonSQS.SendMessage",
            Map.of(
                "QueueUrl",
                aws.queueUrl("aiqleads-local-" + FUNCTION + "-dead"),
                "MessageBody",
                ENDED));
    SharedProduct.await("a call", () -> channels("\"trigger\"", "CRITICAL: ").size() == 2);
    assertThat(channels("\"trigger\"", "CRITICAL: ")).containsExactly("pagerduty", "slack");

    ApiClient admin = new ApiClient(product.running().admin());
    assertThat(admin.post("/redrive/" + FUNCTION, new byte[0]).statusCode()).isEqualTo(202);

    SharedProduct.await("its end", () -> channels("\"resolve\"", "Resolved: ").size() == 2);
    assertThat(channels("\"resolve\"", "Resolved: ")).containsExactly("pagerduty", "slack");
    assertThat(admin.json("/dead-letters/" + FUNCTION).path("deadLetters")).isEmpty();
  }

  /// Those that heard of the alarm in one of these words: PagerDuty's, and Slack's.
  private static List<String> channels(String... words) {
    JsonNode heard =
        new ApiClient(product.running().sandbox()).json("/control/alerts").path("alerts");
    return List.copyOf(
        new TreeSet<>(
            StreamSupport.stream(heard.spliterator(), false)
                .filter(one -> one.path("body").asText().contains(ALARM))
                .filter(one -> Stream.of(words).anyMatch(one.path("body").asText()::contains))
                .map(one -> one.path("channel").asText())
                .toList()));
  }
}
