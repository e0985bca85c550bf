package com.aiqleads.local.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardSiteTest {

  private static final Pattern ID = Pattern.compile("\"id\":\"(cs_test_[a-z0-9]+)\"");

  private final Sandbox sandbox = Sandbox.start(0, 1, 1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final HttpServer ear = ear();

  @AfterEach
  void close() {
    client.close();
    ear.stop(0);
    sandbox.close();
  }

  @Test
  void makesOneSessionForAKeyAndTakesACard() throws Exception {
    String session = session("k1", soon());
    assertThat(session("k1", soon())).isEqualTo(session);

    assertThat(post("/stripe/pay/" + session, "card=4242 4242 4242 4242").statusCode())
        .isEqualTo(303);

    assertThat(told()).contains("\"type\":\"payment_intent.succeeded\"", "\"payment\":\"p1\"");
    assertThat(told()).contains("checkout.session.completed", "\"payment_status\":\"paid\"");
    assertThat(get("/stripe/v1/checkout/sessions/" + session, CardSite.KEY).body())
        .contains("\"status\":\"complete\"", "\"amount_total\":5000");
    assertThat(get("/stripe/pay/" + session, "").body()).contains("PAID");
  }

  @ParameterizedTest
  @CsvSource({
    "4000000000000002, card_declined",
    "4000000000009995, insufficient_funds",
    "12, incorrect_number"
  })
  void refusesCards(String card, String why) throws Exception {
    String session = session("k1", soon());

    assertThat(post("/stripe/pay/" + session, "card=" + card).body()).contains(why);

    assertThat(told()).contains("payment_intent.payment_failed", why);
  }

  @Test
  void asksTheBank() throws Exception {
    String session = session("k1", soon());
    assertThat(get("/stripe/pay/" + session, "").body()).contains("Pay USD 50.00");

    assertThat(post("/stripe/pay/" + session, "card=4000002500003155").body()).contains("Yes");
    assertThat(post("/stripe/pay/" + session + "/3ds", "answer=no").body())
        .contains("authentication_required");
    assertThat(post("/stripe/pay/" + session + "/3ds", "answer=yes").statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource({
    "dispute, needs_response",
    "lose, lost",
    "win, won",
    "refund, charge.refunded",
    "expire, checkout.session.expired"
  })
  void doesWhatBanksDo(String act, String word) throws Exception {
    String session = session("k1", soon());

    assertThat(control("session=" + session + "&act=" + act)).contains(session);

    assertThat(told()).contains(word);
  }

  @Test
  void isDisputedAtOnceWithThatCard() throws Exception {
    post("/stripe/pay/" + session("k1", soon()), "card=4000000000000259");

    told();
    told();
    assertThat(told()).contains("charge.dispute.created");
  }

  @Test
  void losesWhatItSaysWhenTold() throws Exception {
    control("trouble=lost&on=true");
    String session = session("k1", soon());
    control("session=" + session + "&act=dispute");
    control("trouble=lost&on=false");

    control("session=" + session + "&act=win");

    assertThat(told()).contains("won");
    assertThat(told).isEmpty();
  }

  @Test
  void saysEverythingTwiceAndTheOtherWayRoundWhenTold() throws Exception {
    control("trouble=twice");
    control("trouble=shuffled");

    post("/stripe/pay/" + session("k1", soon()), "card=4242424242424242");

    String first = told();
    assertThat(first).contains("checkout.session.completed");
    assertThat(told()).isEqualTo(first);
    assertThat(told()).contains("payment_intent.succeeded");
  }

  @Test
  void doesAndDoesNotAnswerWhenTold() throws Exception {
    control("trouble=silent&on=true");
    assertThat(create("k1", soon(), CardSite.KEY)).isNull();
    control("trouble=silent&on=false");

    String session = session("k1", soon());

    assertThat(control("")).containsOnlyOnce("\"checkout.session\"").contains(session);
  }

  @Test
  void refusesAsStripeDoes() throws Exception {
    session("k1", soon());

    assertThat(status("k2", soon(), "sk_other")).isEqualTo(401);
    assertThat(status("k2", 1, CardSite.KEY)).isEqualTo(400);
    assertThat(status("k1", soon() + 60, CardSite.KEY)).isEqualTo(400);
    assertThat(get("/stripe/v1/checkout/sessions/cs_none", CardSite.KEY).statusCode())
        .isEqualTo(404);
    assertThat(get("/stripe/v1/charges", CardSite.KEY).statusCode()).isEqualTo(404);
    assertThat(get("/stripe/pay/cs_none", "").statusCode()).isEqualTo(404);
  }

  @Test
  void sendsAgainWhatWasNotTaken() throws Exception {
    control("webhook=" + address() + "broken");
    String session = session("k1", soon());

    control("session=" + session + "&act=win");

    assertThat(told()).isEqualTo(told());
  }

  @Test
  void whatIsSignedIsSignedOverTimeAndBody() {
    String signature =
        CardEvents.signature("whsec_test", Instant.ofEpochSecond(1_700_000_000), "{}");

    assertThat(signature).startsWith("t=1700000000,v1=").hasSize("t=1700000000,v1=".length() + 64);
    assertThat(CardEvents.signature("whsec_other", Instant.ofEpochSecond(1_700_000_000), "{}"))
        .isNotEqualTo(signature);
  }

  private static long soon() {
    return Instant.now().getEpochSecond() / 600 * 600 + 3_600;
  }

  private String session(String key, long until) throws Exception {
    HttpResponse<String> made = create(key, until, CardSite.KEY);
    assertThat(made).isNotNull();
    Matcher id = ID.matcher(made.body());
    assertThat(id.find()).as(made.body()).isTrue();
    return id.group(1);
  }

  private int status(String key, long until, String account) throws Exception {
    return create(key, until, account).statusCode();
  }

  @SuppressWarnings("NullAway") // absent is an answer that never came
  private HttpResponse<String> create(String key, long until, String account) throws Exception {
    String form =
        "line_items[0][price_data][unit_amount]=5000&line_items[0][price_data][currency]=usd"
            + "&line_items[0][price_data][product_data][name]=Credit&metadata[payment]=p1"
            + "&payment_intent_data[metadata][payment]=p1&success_url=https://us.example/done"
            + "&expires_at="
            + until;
    HttpRequest request =
        request("/stripe/v1/checkout/sessions")
            .header("Authorization", "Bearer " + account)
            .header("Idempotency-Key", key)
            .header("Content-Type", Request.FORM)
            .POST(BodyPublishers.ofString(form))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException _) {
      return null;
    }
  }

  private HttpResponse<String> get(String path, String account) throws Exception {
    HttpRequest request = request(path).header("Authorization", "Bearer " + account).build();
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    HttpRequest request =
        request(path)
            .header("Content-Type", Request.FORM)
            .POST(BodyPublishers.ofString(form.replace(' ', '+')))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private String control(String form) throws Exception {
    return post("/control/payments", form).body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.baseUri() + path));
  }

  private String told() throws InterruptedException {
    String next = told.poll(20, TimeUnit.SECONDS);
    assertThat(next).as("a message").isNotNull();
    return String.valueOf(next);
  }

  private String address() {
    return "http://127.0.0.1:" + ear.getAddress().getPort() + "/";
  }

  private HttpServer ear() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              told.add(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
              boolean isBroken = exchange.getRequestURI().getPath().equals("/broken");
              exchange.sendResponseHeaders(isBroken ? 500 : 204, -1);
            }
          });
      server.start();
      sandbox.tellPayments(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
      return server;
    } catch (IOException e) {
      throw new AssertionError("cannot listen", e);
    }
  }
}
