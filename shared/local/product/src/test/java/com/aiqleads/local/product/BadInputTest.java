package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.product.TextFields.TextField;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What nobody should send, sent through the gateway to the running product.
class BadInputTest {

  @RegisterExtension static final SharedProduct product = new SharedProduct();

  private static final List<String> ATTACKS =
      List.of(
          "'; drop table offers; --",
          "\" or \"1\"=\"1",
          "<script>alert(1)</script>",
          "${7*7}{{7*7}}",
          "../../etc/passwd",
          "{\"match_all\":{}}",
          "%' union select password_hash from users --");

  /// Halves of surrogate pairs, and what ends a text in C.
  private static final List<String> NO_TEXT = List.of("\\ud800", "\\udc00", "\\u0000");

  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  @Test
  void namesAnUnknownField() {
    JsonNode problem =
        refused(
            400,
            post(
                "/registrations",
                Map.of(
                    "email", "ann@aiqleads.example",
                    "password", "a long enough secret",
                    "name", "Ann",
                    "admin", true)));

    assertThat(fields(problem)).containsExactly("admin");
  }

  @Test
  void namesEveryFieldOfAWrongType() {
    JsonNode problem =
        refused(
            400, post("/registrations", Map.of("email", 5, "password", List.of(), "name", "Ann")));

    assertThat(fields(problem)).contains("email", "password");
  }

  @Test
  void refusesWhatIsNoJson() {
    for (String body : List.of("", "{", "[]", "null", "\"text\"", "{\"email\":\"a\"}{}", "a=b")) {
      refused(400, product.api().post("/sessions", body.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void refusesBytesThatAreNoText() {
    byte[] latin1 =
        "{\"email\":\"ann@aiqleads.example\",\"password\":\"p\u00e4sswort\"}"
            .getBytes(StandardCharsets.ISO_8859_1);

    refused(400, product.api().post("/sessions", latin1));
  }

  @Test
  void refusesHugeBodies() {
    refused(413, product.api().post("/sessions", new byte[300 * 1024]));
    assertThat(product.api().post("/sessions", new byte[11 * 1024 * 1024]).statusCode())
        .isEqualTo(413);
  }

  @Test
  void refusesCursorsItDidNotMake() {
    product.awaitLeads();
    for (String cursor : List.of("x", "AAAA", "eyJ2IjoxfQ", "%00", "ä")) {
      HttpResponse<byte[]> answer = search("cursor=" + encode(cursor));

      assertThat(fields(refused(400, answer))).as(cursor).hasSize(1);
    }
  }

  @Test
  void refusesACursorOfAnotherSearch() {
    product.awaitLeads();
    String next =
        product.api().as(SharedProduct.BUYER).json("/leads?limit=5").path("next").asText();

    HttpResponse<byte[]> answer = search("limit=5&sort=price&cursor=" + encode(next));

    assertThat(fields(refused(400, answer))).containsExactly("cursor");
  }

  @Test
  void namesEveryWrongParameterAtOnce() {
    product.awaitLeads();
    JsonNode problem =
        refused(400, search("minPrice=cheap&box=1,2,3&near=here&sort=random&limit=0&colour=red"));

    assertThat(fields(problem)).contains("minPrice", "box", "near", "sort", "limit", "colour");
  }

  @Test
  void takesAttacksForWords() {
    product.awaitLeads();
    long before = product.api().as(SharedProduct.BUYER).total("/leads");
    for (String attack : ATTACKS) {
      for (String parameter : List.of("q", "city", "type", "source", "sort", "box", "near")) {
        HttpResponse<byte[]> answer = search(parameter + "=" + encode(attack));

        assertThat(answer.statusCode()).as(parameter + "=" + attack).isIn(200, 400);
        assertThat(text(answer))
            .doesNotContainIgnoringCase("exception", "org.postgresql", "at com.");
      }
    }
    assertThat(product.api().as(SharedProduct.BUYER).total("/leads"))
        .isGreaterThanOrEqualTo(before);
  }

  @Test
  void refusesAttacksInEveryTextField() throws SQLException {
    String self = buyer().json("/me").path("id").asText();
    List<TextField> fields = TextFields.of(product.api().json("/openapi.json"), self);
    assertThat(fields).extracting(TextField::toString).contains("POST /registrations teamName");
    List<TextField> open = fields.stream().filter(field -> !isForbidden(field)).toList();
    assertThat(fields)
        .as("a buyer's, but for what the tests of its function try")
        .filteredOn(field -> !open.contains(field))
        .extracting(field -> field.toString().replace(self, "{id}"))
        .containsExactlyInAnyOrder(
            "POST /fraud-checks title",
            "POST /fraud-checks description",
            "POST /fraud-checks type",
            "POST /fraud-checks street",
            "POST /fraud-checks city",
            "POST /fraud-checks state",
            "POST /fraud-checks zip",
            "POST /fraud-checks market",
            "POST /fraud-checks contactName",
            "POST /fraud-checks phones",
            "POST /fraud-checks emails",
            "POST /fraud-checks photoUrls",
            "POST /fraud-checks sellerUrl",
            "POST /appeals/{id}/decisions note",
            "POST /gifts team",
            "POST /gifts note",
            "POST /second-factor-removals email",
            "POST /consents who",
            "POST /consents channel",
            "POST /consents act",
            "POST /consents text",
            "POST /scrubs list",
            "POST /scrubs lookedAt",
            "POST /scrubs listed",
            "POST /scrubs unlisted",
            "POST /disclosures phones",
            "POST /disclosures emails",
            "POST /disclosures addresses",
            "POST /disclosures reason",
            "POST /erasures phones",
            "POST /erasures emails",
            "POST /erasures addresses",
            "POST /erasures reason",
            "POST /leads/{id}/splits listingIds",
            "POST /leads/{id}/splits reason",
            "POST /suppressions phones",
            "POST /suppressions emails",
            "POST /suppressions addresses",
            "POST /suppressions reason",
            "POST /suppressions/lifting phones",
            "POST /suppressions/lifting emails",
            "POST /suppressions/lifting addresses",
            "POST /suppressions/lifting reason",
            "PUT /price-book note",
            "POST /price-books/{id}/restorations note",
            "POST /suppressions/pages pages",
            "POST /suppressions/pages reason",
            "POST /suppressions/pages/lifting pages",
            "POST /suppressions/pages/lifting reason",
            "PUT /sources/{id}/permit termsUrl",
            "PUT /sources/{id}/permit termsReviewedAt",
            "PUT /sources/{id}/permit robotsUrl",
            "PUT /sources/{id}/permit accessBasis",
            "PUT /sources/{id}/permit expiresAt",
            "PUT /sources/{id}/permit allowedFields",
            "PUT /sources/{id}/permit imageMode",
            "PUT /sources/{id}/targets/{id} place");

    for (TextField field : open) {
      for (String attack : field.isSecret() ? List.<String>of() : ATTACKS) {
        refuses(field, field.bodyWith(quoted(attack + TextFields.MARK)));
      }
      for (String escape : NO_TEXT) {
        refuses(field, field.bodyWith("\"" + TextFields.MARK + escape + "\""));
      }
      refuses(field, field.doubledBodyWith(quoted(TextFields.MARK)));
    }

    Stored stored = new Stored(new AwsCalls(product.running().aws()));
    assertThat(stored.with(SharedProduct.BUYER)).isNotEmpty();
    assertThat(stored.with(TextFields.MARK)).isEmpty();
  }

  @Test
  void refusesAttacksInAddresses() {
    JsonNode paths = product.api().json("/openapi.json").path("paths");
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (String attack : path.getKey().contains("{") ? ATTACKS : List.<String>of()) {
        String address = path.getKey().replaceAll("[{][^}]*[}]", path(attack));
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          HttpResponse<byte[]> answer =
              buyer().send(method.getKey().toUpperCase(Locale.ROOT), address, NOTHING);

          assertThat(answer.statusCode()).as(method.getKey() + " " + address).isBetween(400, 499);
          assertThat(text(answer)).doesNotContainIgnoringCase("exception", "at com.");
        }
      }
    }
  }

  @Test
  void refusesTokensThatItDidNotSign() {
    for (String token :
        List.of(
            "nonsense",
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c2VyXzEifQ.",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c2VyXzEifQ.AAAA")) {
      assertThat(product.api().withToken(token).get("/leads").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void keepsLeadsFromWhoMayNotReadThem() {
    assertThat(product.api().get("/leads").statusCode()).isEqualTo(401);
    assertThat(product.api().as("candidate@aiqleads.example").get("/leads").statusCode())
        .isEqualTo(403);
  }

  private static boolean isForbidden(TextField field) {
    return buyer().send(field.method(), field.path(), NOTHING).statusCode() == 403;
  }

  private static void refuses(TextField field, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    HttpResponse<byte[]> answer = buyer().send(field.method(), field.path(), bytes);

    assertThat(answer.statusCode()).as(field + " " + body).isEqualTo(400);
    List<String> named = fields(refused(400, answer));
    assertThat(named).as(field + " " + body).anyMatch(name -> name.startsWith(field.name()));
  }

  private static ApiClient buyer() {
    return product.api().as(SharedProduct.BUYER);
  }

  private static HttpResponse<byte[]> search(String query) {
    return product.api().as(SharedProduct.BUYER).get("/leads?" + query);
  }

  private static HttpResponse<byte[]> post(String path, Map<String, ?> body) {
    return product.api().post(path, ApiClient.bytes(body));
  }

  private static JsonNode refused(int status, HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(text(answer)).doesNotContainIgnoringCase("exception", "at com.", "\\tat ");
    return ApiClient.read(answer);
  }

  private static List<String> fields(JsonNode problem) {
    return problem.path("errors").findValuesAsText("field");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String quoted(String text) {
    return new String(ApiClient.bytes(text), StandardCharsets.UTF_8);
  }

  private static String path(String text) {
    return encode(text).replace("+", "%20");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
