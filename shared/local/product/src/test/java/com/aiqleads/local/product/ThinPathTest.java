package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// One lead from a source to a buyer, through the packaged functions.
@ResourceLock(value = SharedProduct.LEADS, mode = ResourceAccessMode.READ)
@Order(4)
class ThinPathTest {

  @RegisterExtension static final SharedProduct product = new SharedProduct();

  private static final int MORE_THAN_THERE_ARE = 2_000;

  private static final List<String> CHAIN =
      List.of(
          "acquisition-parse-page",
          "acquisition-validate-lead",
          "acquisition-resolve-lead",
          "acquisition-score-lead",
          "marketplace-price-lead",
          "marketplace-publish-lead",
          "marketplace-index-leads");

  /// Each is handled by the function of the chain that has it as its trigger.
  private static final List<String> EVENTS =
      List.of(
          "PageFetched",
          "ListingParsed",
          "LeadValidated",
          "LeadResolved",
          "LeadScored",
          "LeadPriced",
          "LeadPublished");

  @Test
  void followsOneLeadFromItsPageToTheSearchHit() throws IOException {
    product.awaitLeads();
    JsonNode lead = leads("/leads?source=fsbo&limit=1").getFirst();
    String correlationId = lead.path("correlationId").asText();

    assertThat(correlationId).startsWith("cor_");
    SharedProduct.await("the whole journey", () -> functions(correlationId).containsAll(CHAIN));
    SharedProduct.await(
        "its log lines", () -> EVENTS.stream().allMatch(name -> logged(name, correlationId)));
  }

  @Test
  void aLeadOfEverySourceReachesTheSearch() {
    for (String source : List.of("fsbo", "forsalebyowner", "craigslist", "zillow", "facebook")) {
      SharedProduct.await(
          "a lead of " + source, () -> !leads("/leads?limit=1&source=" + source).isEmpty());
    }
  }

  @Test
  void theJobsOfABoardMakeCompaniesThatHire() {
    SharedProduct.await("companies that hire", () -> hiringCompanies() > 1);
  }

  @Test
  void showsNothingThatLeadsToTheSellerBeforeThePurchase() {
    product.awaitLeads();
    for (JsonNode lead : leads("/leads?limit=100")) {
      assertThat(lead.has("bought")).isFalse();
      assertThat(lead.toString()).doesNotContain("@", "+1", "\"street\"");
      double latitude = lead.path("location").path("latitude").asDouble();
      assertThat(latitude * 100).isCloseTo(Math.rint(latitude * 100), within(1e-6));
    }
  }

  @Test
  void pagesThroughEveryLeadOnce() {
    product.awaitAllLeads();

    assertThat(allLeads("/leads?sort=price&maxPrice=30&limit=50"))
        .extracting(lead -> lead.path("leadId").asText())
        .doesNotHaveDuplicates()
        .isNotEmpty();
  }

  @Test
  void keepsPersonalDataOutOfTheLogs() throws IOException {
    product.awaitLeads();
    try (Stream<String> lines = Files.lines(product.log())) {
      assertThat(lines.filter(line -> line.matches(".*(\\+1[0-9]{10}|[a-z]@[a-z]).*")).limit(3))
          .isEmpty();
    }
  }

  @Test
  void joinsTheSameHomeOfTwoSites() {
    product.awaitLeads();

    SharedProduct.await(
        "a lead of both sites",
        () ->
            allLeads("/leads?source=fsbo&limit=100").stream()
                .anyMatch(lead -> lead.path("sources").size() == 2));
  }

  /// Nobody sells them yet, so that only their table tells.
  private static long hiringCompanies() {
    String question =
        "select count(distinct id) from hiring_companies join hiring_jobs on company_id = id where is_open";
    try (Connection acquisition = new AwsCalls(product.running().aws()).database("acquisition");
        PreparedStatement statement = acquisition.prepareStatement(question);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> functions(String correlationId) {
    List<String> functions = new ArrayList<>();
    new ApiClient(product.running().admin())
        .json("/flow?correlation=" + correlationId)
        .path("hops")
        .forEach(hop -> functions.add(hop.path("function").asText()));
    return functions;
  }

  private static boolean logged(String event, String correlationId) {
    try (Stream<String> lines = Files.lines(product.log())) {
      return lines.anyMatch(
          line -> line.contains(correlationId) && line.contains("\"" + event + "\""));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<JsonNode> allLeads(String query) {
    List<JsonNode> leads = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = product.api().as(SharedProduct.BUYER).json(query + "&cursor=" + cursor);
      page.path("leads").forEach(leads::add);
      cursor = page.path("next").asText();
    } while (!cursor.isEmpty() && leads.size() < MORE_THAN_THERE_ARE);
    return leads;
  }

  private static List<JsonNode> leads(String query) {
    List<JsonNode> leads = new ArrayList<>();
    product.api().as(SharedProduct.BUYER).json(query).path("leads").forEach(leads::add);
    return leads;
  }
}
