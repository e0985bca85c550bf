package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cards that the processor keeps.
class CardDrawerTest {

  private static final String SESSIONS = "/stripe/v1/checkout/sessions";
  private static final String INTENTS = "/stripe/v1/payment_intents";

  private final Sandbox sandbox = Sandbox.start(0, 1, 1);
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void savesACardOnItsPageOnce() throws Exception {
    String session = session();
    assertThat(get("/stripe/save/" + session).body()).contains("Save a card");
    assertThat(get(SESSIONS + "/" + session).body()).contains("\"status\":\"open\"");

    assertThat(post("/stripe/save/" + session, "card=4242").statusCode()).isEqualTo(200);
    assertThat(post("/stripe/save/" + session, "card=4242424242424242").statusCode())
        .isEqualTo(303);

    assertThat(get(SESSIONS + "/" + session).body())
        .contains("\"status\":\"complete\"", "\"last4\":\"4242\"", "\"usage\":\"off_session\"");
    assertThat(get("/stripe/save/" + session).statusCode()).isEqualTo(404);
    assertThat(get("/stripe/save/cs_none").statusCode()).isEqualTo(404);
  }

  @Test
  void takesFromACardOnceForAKey() throws Exception {
    String card = card("4242424242424242");

    HttpResponse<String> taken = take(card, "k1");

    assertThat(taken.body()).contains("\"status\":\"succeeded\"", "\"payment\":\"p1\"");
    assertThat(take(card, "k1").body()).isEqualTo(taken.body());
    assertThat(get(INTENTS + "?customer=" + customer(card)).body())
        .containsOnlyOnce("\"payment_intent\"");
    assertThat(get(INTENTS + "?customer=cus_other").body()).contains("\"data\":[]");
  }

  @ParameterizedTest
  @CsvSource({
    "4000000000000341, '', card_declined, generic_decline",
    "4000002760003184, '', authentication_required, authentication_required",
    "4242424242424242, lost_card, card_declined, lost_card",
    "4242424242424242, expired_card, expired_card, expired_card"
  })
  void saysNoAsBanksDo(String number, String says, String code, String decline) throws Exception {
    String card = card(number);
    post("/control/payments", "says=" + says);

    HttpResponse<String> refused = take(card, "k1");

    assertThat(refused.statusCode()).isEqualTo(402);
    assertThat(refused.body())
        .contains("\"type\":\"card_error\"")
        .contains("\"code\":\"" + code + "\"", "\"decline_code\":\"" + decline + "\"")
        .contains("\"status\":\"requires_payment_method\"");
  }

  @Test
  void takesNothingFromWhatIsForgottenOrSomebodyElses() throws Exception {
    String card = card("4242424242424242");
    assertThat(post(INTENTS, "customer=cus_other&payment_method=" + card).statusCode())
        .isEqualTo(400);
    assertThat(post(INTENTS, "customer=" + customer(card) + "&payment_method=" + card).body())
        .contains("Nobody is there");
    String detach = "/stripe/v1/payment_methods/" + card + "/detach";
    assertThat(post(detach, "").statusCode()).isEqualTo(200);

    assertThat(post(detach, "").statusCode()).isEqualTo(400);
    assertThat(take(card, "k1").statusCode()).isEqualTo(400);
    assertThat(post("/stripe/v1/nothing", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aCustomerThatIsDeletedIsGoneWithItsCards() throws Exception {
    String card = card("4242424242424242");
    HttpRequest delete = request("/stripe/v1/customers/" + customer(card)).DELETE().build();
    assertThat(client.send(delete, BodyHandlers.ofString()).body()).contains("\"deleted\":true");

    HttpResponse<String> session = post(SESSIONS, "mode=setup&customer=" + customer(card));

    assertThat(session.statusCode()).isEqualTo(400);
    assertThat(session.body())
        .contains("\"code\":\"resource_missing\"", "\"param\":\"customer\"")
        .contains("No such customer: '" + customer(card) + "'", "invalid_request_error");
    assertThat(take(card, "k1").body()).contains("resource_missing");
  }

  private HttpResponse<String> take(String card, String key) throws Exception {
    String form =
        "amount=5000&currency=usd&confirm=true&off_session=true&metadata[payment]=p1&customer="
            + customer(card)
            + "&payment_method="
            + card;
    return client.send(
        form(INTENTS, form).header("Idempotency-Key", key).build(), BodyHandlers.ofString());
  }

  private static String customer(String card) {
    return card.replace("pm_", "cus_");
  }

  private String card(String number) throws Exception {
    String session = session();
    post("/stripe/save/" + session, "card=" + number);
    return session.replace("cs_test_setup", "pm_");
  }

  private String session() throws Exception {
    long until = Instant.now().getEpochSecond() + 3_600;
    String made =
        post(SESSIONS, "mode=setup&success_url=https://us.example/&expires_at=" + until).body();
    Matcher id = Pattern.compile("\"id\":\"(cs_test_[a-z0-9]+)\"").matcher(made);
    assertThat(id.find()).as(made).isTrue();
    return id.group(1);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return client.send(form(path, form).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder form(String path, String form) {
    return request(path).header("Content-Type", Request.FORM).POST(BodyPublishers.ofString(form));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.baseUri() + path))
        .header("Authorization", "Bearer " + CardSite.KEY);
  }
}
