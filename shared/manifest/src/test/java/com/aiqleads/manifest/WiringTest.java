package com.aiqleads.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {

  private static final Surroundings LOCAL =
      new Surroundings(
          "local",
          "us-east-1",
          "http://127.0.0.1:8080",
          "http://127.0.0.1:8080",
          "http://127.0.0.1:9200",
          Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:4566"));
  private static final AwsNames NAMES = new AwsNames("local");

  @TempDir private Path root;

  @Test
  void tellsAFunctionWhereItsEventsGo() {
    assertThat(environmentOf("acquisition-score-lead"))
        .isEqualTo(
            Map.of(
                "AIQLEADS_STAGE", "local",
                "AIQLEADS_CONTEXT", "acquisition",
                "AIQLEADS_FUNCTION", "score-lead",
                "AIQLEADS_API_URL", "http://127.0.0.1:8080",
                "AIQLEADS_ISSUER", "http://127.0.0.1:8080",
                "AIQLEADS_ROUTES", "LeadScored=marketplace-price-lead",
                "AWS_ENDPOINT_URL", "http://127.0.0.1:4566",
                "AWS_REGION", "us-east-1"));
  }

  @Test
  void tellsAnHttpFunctionWhoMayCall() {
    assertThat(environmentOf("marketplace-search-leads"))
        .containsEntry("AIQLEADS_ACCESS", "GET /leads=public;GET /leads/{id}=marketplace:read")
        .containsEntry("AIQLEADS_SEARCH_URL", "http://127.0.0.1:9200")
        .doesNotContainKey("AIQLEADS_ROUTES");
  }

  @Test
  void letsAFunctionCountWhoseTableItWrites() {
    assertThat(environmentOf("marketplace-search-leads")).doesNotContainKey("AIQLEADS_QUOTAS");

    Checkout checkout = Checkout.in(root);
    checkout.function("marketplace", "search-leads", "SearchLeads", Checkout.COUNTED_SEARCH);

    assertThat(environmentOf("marketplace-search-leads", checkout.read()))
        .containsEntry("AIQLEADS_QUOTAS", "1");
  }

  @Test
  void routesToEveryTakerOrderedOnesByGroupAndExternalEventsToNobody() {
    Checkout checkout = Checkout.in(root);
    checkout.function(
        "marketplace", "sell-lead", "SellLead", Checkout.PRICE_LEAD + "order-by: leadId\n");
    checkout.function(
        "acquisition",
        "score-lead",
        "ScoreLead",
        Checkout.SCORE_LEAD.replace("[LeadScored]", "[LeadScored, LeadLost, LeadScored.v2]"));

    assertThat(environmentOf("acquisition-score-lead", checkout.read()))
        .containsEntry(
            "AIQLEADS_ROUTES",
            "LeadLost=;"
                + "LeadScored=marketplace-price-lead,marketplace-sell-lead.fifo#leadId;"
                + "LeadScoredV2=");
  }

  @Test
  void namesThingsByConvention() {
    FunctionManifest function = Checkout.in(root).read().function("acquisition-score-lead").get();

    assertThat(NAMES.schedule(function.id())).isEqualTo("aiqleads-local-acquisition-score-lead");
    assertThat(NAMES.table(new Resource("a", "b-c"))).isEqualTo("aiqleads-local-a-b-c");
    assertThat(NAMES.bucket(new Resource("a", "b"))).isEqualTo("aiqleads-local-a-b");
    assertThat(NAMES.databaseSecret("a")).isEqualTo("aiqleads/local/a/database");
    assertThat(NAMES.databaseAdminSecret()).isEqualTo("aiqleads/local/platform/database-admin");
    assertThat(NAMES.keyAlias(new Resource("a", "b"))).isEqualTo("alias/aiqleads-local-a-b");
  }

  @Test
  void givesAQueueTimeForRetriesAndADeadLetterQueue() {
    FunctionManifest function = Checkout.in(root).read().function("acquisition-score-lead").get();

    assertThat(QueueSettings.of(function, NAMES))
        .isEqualTo(
            new QueueSettings(
                "aiqleads-local-acquisition-score-lead",
                "aiqleads-local-acquisition-score-lead-dead",
                Duration.ofMinutes(3),
                Duration.ofDays(4),
                5,
                Duration.ofDays(14),
                false));
  }

  @Test
  void keepsOrderInAQueueThatIsCalledSo() {
    Checkout checkout = Checkout.in(root);
    checkout.function(
        "marketplace", "price-lead", "PriceLead", Checkout.PRICE_LEAD + "order-by: leadId\n");
    FunctionManifest function = checkout.read().function("marketplace-price-lead").get();

    assertThat(QueueSettings.of(function, NAMES).fifo()).isTrue();
    assertThat(NAMES.queue(function)).isEqualTo("aiqleads-local-marketplace-price-lead.fifo");
    assertThat(NAMES.deadLetters(function))
        .isEqualTo("aiqleads-local-marketplace-price-lead-dead.fifo");
  }

  private Map<String, String> environmentOf(String function) {
    return environmentOf(function, Checkout.in(root).read());
  }

  private static Map<String, String> environmentOf(String function, Repository repository) {
    return new Wiring(repository, LOCAL).environmentOf(repository.function(function).get());
  }
}
