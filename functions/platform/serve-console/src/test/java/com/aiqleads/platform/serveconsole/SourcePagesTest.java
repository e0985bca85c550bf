package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Sources: what they may, and how they do.
class SourcePagesTest extends RunningConsole {

  @Test
  void showsSourcesAndTakesDecisionsOfAdmins() {
    sources();
    API.answers("/sources/zillow/permit", 200, "{}");
    API.answers("/sources/fsbo/permit", 204, "{}");
    API.answers("/sources/fsbo/targets/miami-fl", 200, "{}");
    API.answers(
        "/sources/fsbo/targets/Miami",
        400,
        "{\"errors\":[{\"field\":\"market\",\"message\":\"must be such as miami-fl\"}]}");
    Visitor admin = signedIn("admin", "acquisition:read", "acquisition:admin");

    String shown = admin.get("/console/sources").getBody();
    assertThat(shown)
        .contains("fsbo: fetched", "zillow: not approved", "Miami, FL", "60 min")
        .contains("approved by user_1, until 2027-01-01", "approved by the sandbox, without end")
        .contains("Switch fsbo off", "Approve zillow", "linkedin: not approved", "Approve linkedin")
        .doesNotContain("Switch zillow off");
    API.calls().clear();

    assertLeadsToSources(
        admin.post(
            "/console/sources/zillow/permit",
            Map.of(
                "termsUrl", "https://zillow.example/terms",
                "termsReviewedOn", "2026-11-20",
                "robotsUrl", "https://zillow.example/robots.txt",
                "accessBasis", "partner",
                "expiresOn", "2027-11-20",
                "imageMode", "none",
                "allowedFields", "price",
                "cadenceMinutes", "60")));
    assertLeadsToSources(admin.post("/console/sources/fsbo/withdrawal", Map.of()));
    assertLeadsToSources(
        admin.post(
            "/console/sources/fsbo/targets",
            Map.of("market", "miami-fl", "place", "Miami, FL", "cadenceMinutes", "x")));
    assertLeadsToSources(
        admin.post("/console/sources/fsbo/targets/removal", Map.of("market", "miami-fl")));
    assertThat(
            admin
                .post("/console/sources/fsbo/targets", Map.of("market", "Miami", "active", "on"))
                .getBody())
        .contains("Market: must be such as miami-fl");

    assertThat(API.calls())
        .filteredOn(call -> !call.method().equals("GET"))
        .extracting(call -> call.method() + " " + call.path())
        .containsExactly(
            "PUT /sources/zillow/permit",
            "DELETE /sources/fsbo/permit",
            "PUT /sources/fsbo/targets/miami-fl",
            "DELETE /sources/fsbo/targets/miami-fl",
            "PUT /sources/fsbo/targets/Miami");
    assertThat(API.calls().getFirst().body())
        .containsEntry("termsReviewedAt", "2026-11-20T00:00:00Z")
        .containsEntry("expiresAt", "2027-11-20T00:00:00Z")
        .containsEntry("allowedFields", List.of("price"))
        .containsEntry("cadenceMinutes", 60);
  }

  @Test
  void showsSourcesWithoutFormsToWhoMayOnlyRead() {
    sources();

    String shown = signedIn("support", "acquisition:read").get("/console/sources").getBody();

    assertThat(shown).contains("fsbo: fetched").doesNotContain("Switch", "<details>");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/sources").getStatusCode())
        .isEqualTo(403);
  }

  @Test
  void showsHowSourcesDoAndTakesAnAdminsWord() {
    API.answers(
        "/source-health",
        200,
        """
        {"sources":[
          {"source":"zillow","breaker":"open","cause":"empty_pages","delayMillis":5000,
           "throttledSince":"2026-11-22T09:00:00Z",
           "alarms":[{"meaning":"Pages of zillow say something else.","reason":"price: none"}],
           "scopes":[{"market":"miami-fl","kind":"listing","usualFill":{"price":0.98,"price-per-sqft":1.0,"zip":1.0},
             "withheld":20,"quarantinedSince":"2026-11-22T10:00:00Z",
             "objections":["price: only 0 of 24"],"proposals":["price: span.cost (100 % of 9)"]},
             {"market":"miami-fl","kind":"company","usualFill":{"company":0.9,"salary":0.0}}],
           "batches":[
             {"kind":"listing","outcomes":{"read":24},"fill":{"company":0.0,"price":1.0,"zip":1.0},
              "passed":true},
             {"kind":"listing","outcomes":{"read":20},"fill":{"company":0.0,"price":0.0,"zip":1.0},
              "passed":false},
             {"kind":"company","outcomes":{"read":2},"fill":{"company":1.0,"price":0.0,"zip":0.0},
              "passed":true},
             {"kind":"listing","outcomes":{"not_found":4},"fill":{},"passed":true}],
           "yield":{"pages":48,"advertisements":24,"withheld":20,"dollars":0.00144,
             "advertisementsPerHundredPages":50.0}},
          {"source":"fsbo","breaker":"open","cause":"denied",
           "alarms":[{"meaning":"Nothing is fetched.","reason":"given up: denied"}],
           "batches":[{"kind":"listing","outcomes":{"gone":3},"fill":{},"passed":true}]},
          {"source":"facebook","breaker":"closed","throttledSince":"2026-11-22T09:00:00Z"},
          {"source":"linkedin","breaker":"closed"}]}
        """);
    API.answers("/source-health/zillow/acceptance", 204, "{}");
    API.answers(
        "/source-health/fsbo/acceptance", 404, "{\"detail\":\"Nothing is in quarantine.\"}");
    Visitor admin = signedIn("admin", "acquisition:read", "acquisition:admin");

    String shown = admin.get("/console/source-health").getBody();

    assertThat(shown)
        .contains("in quarantine", "given up", "throttled", "as usual", "Accept what zillow says")
        .contains("price: only 0 of 24", "price: span.cost", "open, empty pages")
        .contains("24 advertisements on 48 pages (50.0 on a hundred), 20 withheld", "0.0014 USD")
        .contains("points=\"8.0,8.0 300.0,60.0 592.0,8.0\"", "cx=\"300.0\" cy=\"60.0\"")
        .contains("3 batches, 100 % at first, 100 % at last, 1 withheld", "not found 4", "gone 3")
        .contains("Nothing is fetched. given up: denied")
        .doesNotContain("Accept what fsbo", "style=", "say something else. price: none");
    assertThat(shown.replaceAll("\\s+", ""))
        .containsSubsequence(
            "<td>company:company</td><tdclass=\"number\">90%</td><tdclass=\"number\">100%</td>",
            "<td>listing:price</td><tdclass=\"number\">98%</td><tdclass=\"numberalarm\">0%</td>",
            "<td>listing:zip</td>")
        .doesNotContain("salary", "listing:company", "persqft");
    assertThat(admin.post("/console/source-health/zillow/acceptance", Map.of()).getStatusCode())
        .isEqualTo(303);
    assertThat(admin.post("/console/source-health/fsbo/acceptance", Map.of()).getBody())
        .contains("Nothing is in quarantine.");
    assertThat(signedIn("support", "acquisition:read").get("/console/source-health").getBody())
        .contains("in quarantine")
        .doesNotContain("Accept what");
    assertThat(signedIn("buyer", "marketplace:read").get("/console/source-health").getStatusCode())
        .isEqualTo(403);
  }

  private static void sources() {
    API.answers(
        "/sources",
        200,
        "{\"sources\":[{\"source\":\"fsbo\",\"fetched\":true,\"permit\":{\"accessBasis\":"
            + "\"partner\",\"approvedBy\":\"user_1\",\"expiresAt\":\"2027-01-01T00:00:00Z\","
            + "\"allowedFields\":[\"price\"]},\"targets\":[{\"market\":\"miami-fl\",\"place\":"
            + "\"Miami, FL\",\"cadenceMinutes\":60,\"active\":true},{\"market\":\"denver-co\"}]},"
            + "{\"source\":\"facebook\",\"fetched\":true,\"permit\":{\"accessBasis\":\"licensed\","
            + "\"approvedBy\":\"the sandbox\",\"expiresAt\":\"9999-01-01T00:00:00Z\","
            + "\"allowedFields\":[]},\"targets\":[]},"
            + "{\"source\":\"zillow\",\"fetched\":false,\"refusal\":\"not_approved\"},"
            + "{\"source\":\"linkedin\",\"fetched\":false,\"refusal\":\"not_approved\"}]}");
  }

  /// To load the page again then decides nothing a second time.
  private static void assertLeadsToSources(APIGatewayV2HTTPResponse answer) {
    assertThat(answer.getStatusCode()).isEqualTo(303);
    assertThat(Visitor.header(answer, "location")).isEqualTo("/console/sources");
  }
}
