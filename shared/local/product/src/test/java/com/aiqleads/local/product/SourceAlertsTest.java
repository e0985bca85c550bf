package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes wrong with a source calls people, each from its own cause: pages that say something
/// else, a site that asks for nothing but pauses, and one that turns us away.
@Order(2)
class SourceAlertsTest {

  /// Enough for each market's searches to be learnt.
  private static final String HOMES = "300";

  private static final int QUIET_LOOKS = 8;
  private static final Duration LONGER_THAN_WE_ARE_PATIENT = Duration.ofMinutes(6);
  private static final List<String> EVERYBODY = List.of("pagerduty", "slack");

  @Test
  void aDriftASiteThatWantsPausesAndOneThatIsGivenUpCallPeopleByEveryChannel(@TempDir Path data) {
    try (RunningProduct product =
        RunningProduct.start(data, Map.of("local.homes", HOMES, "local.hops", "false"))) {
      ApiClient admin = new ApiClient(product.admin());
      ApiClient sandbox = new ApiClient(product.sandbox());
      awaitQuiet(admin);
      assertThat(heard(sandbox, "acquisition-", "\"trigger\"", "CRITICAL: ")).isEmpty();

      sandbox.post("/control/drifts?site=forsalebyowner&drift=swapped&on=true", new byte[0]);
      fire(admin, "scrape-fsbo");
      String drift = "acquisition-forsalebyowner-drift";
      awaitAll(sandbox, drift, "\"trigger\"", "CRITICAL: ");

      sandbox.post("/control/drifts?site=forsalebyowner&drift=swapped&on=false", new byte[0]);
      fire(admin, "scrape-fsbo");
      awaitAll(sandbox, drift, "\"resolve\"", "Resolved: ");

      sandbox.post("/control/faults?fault=too-many-requests&on=true", new byte[0]);
      fire(admin, "scrape-craigslist");
      letItHaveBeenSo(new AwsCalls(product.aws()), "craigslist");
      fire(admin, "scrape-craigslist");
      awaitAll(sandbox, "acquisition-craigslist-limiter", "\"trigger\"", "CRITICAL: ");

      sandbox.post("/control/faults?fault=too-many-requests&on=false", new byte[0]);
      sandbox.post("/control/faults?fault=press-and-hold&on=true", new byte[0]);
      fire(admin, "scrape-zillow");
      awaitAll(sandbox, "acquisition-zillow-breaker", "\"trigger\"", "CRITICAL: ");
    }
  }

  private static void fire(ApiClient admin, String function) {
    assertThat(admin.post("/schedules/acquisition-" + function + "/fire", new byte[0]).statusCode())
        .isEqualTo(202);
    awaitQuiet(admin);
    assertThat(admin.post("/schedules/acquisition-watch-sources/fire", new byte[0]).statusCode())
        .isEqualTo(202);
  }

  /// Since the site answered with nothing but requests for pauses, time passes. Whoever remembers
  /// the item as it was finds another version.
  private static void letItHaveBeenSo(AwsCalls aws, String site) {
    Map<String, Object> item =
        Map.of(
            "TableName",
            "aiqleads-local-acquisition-fetch-limits",
            "Key",
            Map.of("site", Map.of("S", site)));
    JsonNode since =
        aws.call("DynamoDB_20120810.GetItem", item).at("/Item/throttling/M/only-since/N");
    assertThat(since.isMissingNode()).as("asked for pauses").isFalse();
    Map<String, Object> change = new HashMap<>(item);
    change.put("UpdateExpression", "set throttling.#since = :earlier add #version :one");
    change.put("ExpressionAttributeNames", Map.of("#since", "only-since", "#version", "version"));
    change.put(
        "ExpressionAttributeValues",
        Map.of(
            ":earlier",
            Map.of("N", String.valueOf(since.asLong() - micros(LONGER_THAN_WE_ARE_PATIENT))),
            ":one",
            Map.of("N", "1")));
    aws.call("DynamoDB_20120810.UpdateItem", change);
  }

  private static long micros(Duration span) {
    return span.dividedBy(ChronoUnit.MICROS.getDuration());
  }

  /// In a row: an event may be between two steps when somebody looks once.
  private static void awaitQuiet(ApiClient admin) {
    int[] looks = {0};
    SharedProduct.await(
        "the end of a crawl",
        () -> {
          looks[0] = admin.json("/quiet").path("quiet").asBoolean() ? looks[0] + 1 : 0;
          return looks[0] >= QUIET_LOOKS;
        });
  }

  private static void awaitAll(ApiClient sandbox, String alarm, String... words) {
    SharedProduct.await(alarm, () -> heard(sandbox, alarm, words).equals(EVERYBODY));
  }

  /// Those that heard of the alarm in one of these words: PagerDuty's, and Slack's.
  private static List<String> heard(ApiClient sandbox, String alarm, String... words) {
    JsonNode alerts = sandbox.json("/control/alerts").path("alerts");
    return List.copyOf(
        new TreeSet<>(
            StreamSupport.stream(alerts.spliterator(), false)
                .filter(one -> one.path("body").asText().contains(alarm))
                .filter(
                    one -> List.of(words).stream().anyMatch(one.path("body").asText()::contains))
                .map(one -> one.path("channel").asText())
                .toList()));
  }
}
