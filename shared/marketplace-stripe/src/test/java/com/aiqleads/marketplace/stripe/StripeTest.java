package com.aiqleads.marketplace.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Primed;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.local.sandbox.Sandbox;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.GatewayFact;
import com.aiqleads.marketplace.payments.GatewayFact.Standing;
import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.GatewayMessages;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.PaymentState;
import com.aiqleads.marketplace.payments.Said;
import com.stripe.net.Webhook;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/// The adapter against a processor that speaks as Stripe does.
class StripeTest {

  private static final String GOOD = "4242 4242 4242 4242";
  private static final String SETTINGS =
      "{\"apiKey\":\"%s\",\"webhookSecrets\":[\"whsec_old\",\"%s\"]}"
          .formatted(Sandbox.CARD_KEY, Sandbox.CARD_SIGNING_SECRET);
  private static final Payment PAYMENT = payment("one", Duration.ofHours(1));

  private final Sandbox sandbox = Sandbox.start(0, 1, 1);
  private final Ear ear = new Ear();
  private final HttpClient browser = HttpClient.newHttpClient();
  private final ApplicationContext context = context(SETTINGS);
  private final PaymentGateway gateway = context.getBean(PaymentGateway.class);
  private final GatewayMessages messages = context.getBean(GatewayMessages.class);

  StripeTest() {
    sandbox.tellPayments(ear.address());
  }

  @AfterEach
  void close() {
    context.close();
    browser.close();
    ear.close();
    sandbox.close();
  }

  @Test
  void nobodyPaysUntilTheAccountIsThere() {
    assertThat(gateway.isOpen()).isTrue();
    try (ApplicationContext closed = context("c29tZSByYW5kb20gYnl0ZXM=")) {
      assertThat(closed.getBean(PaymentGateway.class).isOpen()).isFalse();
      assertThat(closed.getBean(GatewayMessages.class).read("{}", "t=1,v1=00")).isEmpty();
    }
    try (ApplicationContext wrong = context("{\"apiKey\": 1")) {
      assertThatIllegalStateException()
          .isThrownBy(() -> wrong.getBean(PaymentGateway.class).isOpen())
          .withMessage("the secret payment-gateway cannot be read")
          .withNoCause();
    }
  }

  @Test
  void theSamePaymentIsOneSessionHoweverOftenItBegins() {
    GatewayAnswer first = gateway.start(PAYMENT);

    assertThat(first).isInstanceOf(GatewayAnswer.NeedsAction.class);
    assertThat(gateway.start(PAYMENT)).isEqualTo(first);
    assertThat(gateway.start(payment("two", Duration.ofHours(1)))).isNotEqualTo(first);
    assertThat(gateway.ask(begun(PAYMENT, first))).isEqualTo(first);
  }

  @Test
  void whatWasAskedForOtherwiseUnderTheSameKeyIsUnknown() {
    gateway.start(PAYMENT);

    assertThat(gateway.start(payment("one", Duration.ofHours(2))))
        .isInstanceOf(GatewayAnswer.Unknown.class);
  }

  @Test
  void whatNeverBeganInTimeHasFailed() {
    assertThat(gateway.start(payment("late", Duration.ofMinutes(1))))
        .isEqualTo(new GatewayAnswer.Declined("refused: expires_at"));
  }

  @Test
  void isPrimedWithoutAskingAnybody() throws Exception {
    context.getBean(Primed.class).prime();

    assertThat(browser.send(get("/control/payments"), BodyHandlers.ofString()).body())
        .isEqualTo("{\"payments\":[]}");
  }

  @Test
  void nobodyPaysWhatHasBeenEnded() throws Exception {
    GatewayAnswer begun = gateway.start(PAYMENT);

    assertThat(gateway.end(begun(PAYMENT, begun))).isEqualTo(new GatewayAnswer.Declined("expired"));

    assertThat(type(begun, GOOD).body()).contains("EXPIRED");
  }

  @Test
  void whoEndsTooLateFindsItPaid() throws Exception {
    GatewayAnswer begun = gateway.start(PAYMENT);
    type(begun, GOOD);

    assertThat(gateway.end(begun(PAYMENT, begun))).isInstanceOf(GatewayAnswer.Succeeded.class);
  }

  @Test
  void givesBackOnceHoweverOftenItIsAskedFor() throws Exception {
    Payment paid = paid();

    GatewayAnswer given = gateway.giveBack(paid);

    assertThat(given)
        .isEqualTo(new GatewayAnswer.GivenBack(paid.intent().orElseThrow(), Money.usd(50_00)));
    assertThat(gateway.giveBack(paid)).isEqualTo(given);
    assertThat(hear(3))
        .extracting(GatewayMessage::kind)
        .filteredOn("charge.refunded"::equals)
        .hasSize(1);
  }

  @Test
  void givesBackAgainWhatFailed() throws Exception {
    Payment paid = paid();
    gateway.giveBack(paid);
    control("session=" + paid.session().orElseThrow() + "&act=fail-refund");

    assertThat(gateway.giveBack(paid))
        .isEqualTo(new GatewayAnswer.GivenBack(paid.intent().orElseThrow(), Money.usd(50_00)));

    assertThat(said().messages())
        .extracting(GatewayMessage::kind)
        .containsExactly(
            "payment_intent.succeeded",
            "checkout.session.completed",
            "charge.refunded",
            "refund.created",
            "refund.failed",
            "charge.refunded",
            "refund.created");
  }

  /// More than a page of them.
  @Test
  void asksForAllThatWasSaidWhetherItWasToldOrNot() throws Exception {
    control("trouble=lost&on=true");
    GatewayAnswer begun = gateway.start(PAYMENT);
    for (int act = 0; act < 101; act++) {
      bank(begun, act == 0 ? "dispute" : "win");
    }

    List<GatewayMessage> said = said().messages();

    assertThat(said).hasSize(101);
    assertThat(said).extracting(GatewayMessage::id).doesNotHaveDuplicates();
    assertThat(said.getFirst().kind()).isEqualTo("charge.dispute.created");
    Instant later = Instant.now().plusSeconds(60);
    assertThat(messages.between(later, later.plusSeconds(1))).isEqualTo(new Said.All(List.of(), 0));
    assertThat(messages.between(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)))
        .isEqualTo(new Said.All(List.of(), 0));
    control("trouble=silent&on=true");
    assertThat(messages.between(Instant.EPOCH, later)).isEqualTo(new Said.Silence());
  }

  @Test
  void asksForNothingThatNobodyReads() throws Exception {
    control("trouble=lost&on=true");
    GatewayAnswer begun = gateway.start(PAYMENT);
    for (int act = 0; act < 1_000; act++) {
      bank(begun, "other");
    }
    bank(begun, "win");

    assertThat(said().messages()).hasSize(1);
    assertThat(StripeAccount.TYPES).hasSizeLessThanOrEqualTo(20).doesNotHaveDuplicates();
  }

  @Test
  void saysWhenItIsTooMuchForOnce() throws Exception {
    control("trouble=lost&on=true");
    GatewayAnswer begun = gateway.start(PAYMENT);
    for (int act = 0; act < 1_000; act++) {
      bank(begun, "win");
    }
    assertThat(said().messages()).hasSize(1_000);

    bank(begun, "win");

    assertThat(messages.between(Instant.EPOCH, Instant.now())).isEqualTo(new Said.TooMuch());
  }

  @Test
  void readsWhatItCanAndCountsTheRest() throws Exception {
    control("trouble=lost&on=true");
    GatewayAnswer begun = gateway.start(PAYMENT);
    bank(begun, "dispute");
    bank(begun, "garble");
    bank(begun, "win");

    assertThat(said().unread()).isEqualTo(1);
    assertThat(said().messages())
        .extracting(GatewayMessage::kind)
        .containsExactly("charge.dispute.created", "charge.dispute.closed");
  }

  private Said.All said() {
    return (Said.All) messages.between(Instant.EPOCH, Instant.now().plusSeconds(1));
  }

  @Test
  void hearsOfEachRefund() throws Exception {
    String object = "{'id':'re_1','payment_intent':%s,'amount':500,'currency':'usd','status':'%s'}";
    GatewayFact made = new GatewayFact.Refund("re_1", "pi_9", Money.usd(5_00), false);
    GatewayFact failed = new GatewayFact.Refund("re_1", "pi_9", Money.usd(5_00), true);

    assertThat(told("refund.created", object.formatted("'pi_9'", "pending"))).isEqualTo(made);
    assertThat(told("refund.updated", object.formatted("'pi_9'", "succeeded"))).isEqualTo(made);
    assertThat(told("refund.failed", object.formatted("'pi_9'", "failed"))).isEqualTo(failed);
    assertThat(told("charge.refund.updated", object.formatted("'pi_9'", "canceled")))
        .isEqualTo(failed);
    assertThat(told("refund.created", object.formatted("null", "pending")))
        .isEqualTo(new GatewayFact.Nothing());
  }

  @Test
  void findsGivenBackWhatAnOperatorGaveBack() throws Exception {
    Payment paid = paid();
    control("session=" + paid.session().orElseThrow() + "&act=refund");

    assertThat(gateway.giveBack(paid)).isInstanceOf(GatewayAnswer.GivenBack.class);
  }

  @Test
  void doesNotKnowWhetherItWasGivenBackIfNobodyAnswers() throws Exception {
    Payment paid = paid();
    control("trouble=silent&on=true");
    assertThat(gateway.giveBack(paid)).isInstanceOf(GatewayAnswer.Unknown.class);
    assertThat(gateway.end(paid)).isInstanceOf(GatewayAnswer.Unknown.class);

    control("trouble=silent&on=false");

    assertThat(gateway.giveBack(paid))
        .isEqualTo(new GatewayAnswer.GivenBack(paid.intent().orElseThrow(), Money.usd(50_00)));
  }

  @Test
  void givesNothingBackThatNobodyPaid() {
    Payment begun = begun(PAYMENT, gateway.start(PAYMENT));
    String intent = "pi_" + begun.session().orElseThrow().substring("cs_test_".length());

    assertThat(gateway.giveBack(with(begun, intent))).isInstanceOf(GatewayAnswer.Unknown.class);
  }

  @Test
  void comesBackToTheCartFromAnOrder() throws Exception {
    GatewayAnswer begun =
        gateway.start(
            new Payment(
                PAYMENT.id(),
                PAYMENT.team(),
                Payment.Purpose.ORDER,
                PAYMENT.amount(),
                PAYMENT.state(),
                PAYMENT.at(),
                PAYMENT.pageUntil(),
                PAYMENT.session(),
                PAYMENT.intent(),
                PAYMENT.page(),
                PAYMENT.reason()));

    assertThat(type(begun, GOOD).headers().firstValue("Location"))
        .contains("https://aiqleads.example/console/cart/payments/" + PAYMENT.id().text());
  }

  private Payment paid() throws Exception {
    GatewayAnswer begun = gateway.start(PAYMENT);
    type(begun, GOOD);
    Payment known = begun(PAYMENT, begun);
    return with(known, ((GatewayAnswer.Succeeded) gateway.ask(known)).intent());
  }

  private static Payment with(Payment payment, String intent) {
    return new Payment(
        payment.id(),
        payment.team(),
        payment.purpose(),
        payment.amount(),
        payment.state(),
        payment.at(),
        payment.pageUntil(),
        payment.session(),
        Optional.of(intent),
        payment.page(),
        payment.reason());
  }

  @Test
  void paysOnThePageOfTheProcessor() throws Exception {
    GatewayAnswer begun = gateway.start(PAYMENT);

    HttpResponse<String> paid = type(begun, GOOD);

    assertThat(paid.statusCode()).isEqualTo(303);
    assertThat(paid.headers().firstValue("Location"))
        .contains("https://aiqleads.example/console/wallet/top-ups/" + PAYMENT.id().text());
    assertThat(gateway.ask(begun(PAYMENT, begun)))
        .isInstanceOfSatisfying(
            GatewayAnswer.Succeeded.class,
            answer -> assertThat(answer.amount()).isEqualTo(Money.usd(50_00)));
    assertThat(hear(2))
        .extracting(GatewayMessage::fact)
        .allSatisfy(
            fact ->
                assertThat(fact)
                    .isInstanceOfSatisfying(
                        GatewayFact.Succeeded.class,
                        succeeded -> {
                          assertThat(succeeded.payment()).contains(PAYMENT.id());
                          assertThat(succeeded.amount()).isEqualTo(Money.usd(50_00));
                        }));
  }

  @ParameterizedTest
  @CsvSource({
    "4000 0000 0000 0002, card_declined",
    "4000 0000 0000 9995, insufficient_funds",
    "4000 0000 0000 0069, expired_card",
    "1234, incorrect_number"
  })
  void aCardThatIsRefusedEndsNothing(String card, String reason) throws Exception {
    GatewayAnswer begun = gateway.start(PAYMENT);

    assertThat(type(begun, card).body()).contains(reason);

    assertThat(hear(1).getFirst().fact())
        .isEqualTo(new GatewayFact.TryFailed(Optional.of(PAYMENT.id()), reason));
    assertThat(gateway.ask(begun(PAYMENT, begun))).isInstanceOf(GatewayAnswer.NeedsAction.class);
    assertThat(type(begun, GOOD).statusCode()).isEqualTo(303);
  }

  @Test
  void theBankMayAsk() throws Exception {
    GatewayAnswer begun = gateway.start(PAYMENT);

    assertThat(type(begun, "4000 0025 0000 3155").body()).contains("Your bank asks");
    assertThat(form(page(begun) + "/3ds", "answer=no").body()).contains("authentication_required");
    assertThat(form(page(begun) + "/3ds", "answer=yes").statusCode()).isEqualTo(303);

    assertThat(hear(3).getLast().fact()).isInstanceOf(GatewayFact.Succeeded.class);
  }

  @Test
  void aPageThatIsOverHasFailed() throws Exception {
    GatewayAnswer begun = gateway.start(PAYMENT);

    bank(begun, "expire");

    assertThat(gateway.ask(begun(PAYMENT, begun))).isEqualTo(new GatewayAnswer.Declined("expired"));
    assertThat(hear(1).getFirst().fact())
        .isEqualTo(new GatewayFact.Failed(Optional.of(PAYMENT.id()), "expired"));
    assertThat(type(begun, GOOD).body()).contains("EXPIRED");
  }

  @Test
  void noAnswerIsNoFailure() throws Exception {
    control("trouble=silent&on=true");
    assertThat(gateway.start(PAYMENT)).isInstanceOf(GatewayAnswer.Unknown.class);
    control("trouble=silent&on=false");

    assertThat(gateway.start(PAYMENT)).isInstanceOf(GatewayAnswer.NeedsAction.class);
    assertThat(browser.send(get("/control/payments"), BodyHandlers.ofString()).body())
        .containsOnlyOnce("\"checkout.session\"");
  }

  @Test
  void aWrongKeyIsNoFailureOfThePaymentButLoud() {
    Logger logger = (Logger) LoggerFactory.getLogger(StripeGateway.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try (ApplicationContext other =
        context("{\"apiKey\":\"sk_other\",\"webhookSecrets\":[\"whsec\"]}")) {
      assertThat(other.getBean(PaymentGateway.class).start(PAYMENT))
          .isEqualTo(new GatewayAnswer.Unknown("AuthenticationException 401"));
    }
    assertThat(gateway.ask(begun(PAYMENT, new GatewayAnswer.Pending("cs_unknown"))))
        .isInstanceOf(GatewayAnswer.Unknown.class);
    logger.detachAppender(log);
    assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR);
  }

  @Test
  void hearsWhatBanksDo() throws Exception {
    GatewayAnswer begun = gateway.start(PAYMENT);
    type(begun, "4000 0000 0000 0259");
    GatewayFact.Succeeded paid = (GatewayFact.Succeeded) hear(3).getFirst().fact();

    bank(begun, "lose");
    bank(begun, "win");
    bank(begun, "refund");

    List<GatewayMessage> heard = hear(3);
    assertThat(heard.get(0).fact())
        .isInstanceOfSatisfying(
            GatewayFact.Disputed.class,
            fact -> {
              assertThat(fact.standing()).isEqualTo(Standing.LOST);
              assertThat(fact.intent()).isEqualTo(paid.intent());
            });
    assertThat(heard.get(1).fact())
        .isInstanceOfSatisfying(
            GatewayFact.Disputed.class,
            fact -> assertThat(fact.standing()).isEqualTo(Standing.WON));
    assertThat(heard.get(2).fact())
        .isEqualTo(new GatewayFact.Refunded(paid.intent(), Money.usd(50_00)));
  }

  @Test
  void comesTwiceOrTheOtherWayRoundWhenTold() throws Exception {
    control("trouble=twice&on=true");
    control("trouble=shuffled&on=true");

    type(gateway.start(PAYMENT), GOOD);

    assertThat(hear(4))
        .extracting(GatewayMessage::kind)
        .containsExactly(
            "checkout.session.completed",
            "checkout.session.completed",
            "payment_intent.succeeded",
            "payment_intent.succeeded");
  }

  @Test
  void believesNothingThatIsNotSignedOrOld() throws Exception {
    bank(gateway.start(PAYMENT), "expire");
    Ear.Heard heard = ear.next(1).getFirst();

    assertThat(messages.read(heard.body(), heard.signature())).isPresent();
    assertThat(messages.read(heard.body().replace("expired", "completed"), heard.signature()))
        .isEmpty();
    assertThat(messages.read(heard.body(), "")).isEmpty();
    assertThat(messages.read(heard.body(), "t=1,v1=" + "0".repeat(64))).isEmpty();
    assertThat(at(Duration.ofMinutes(4)).read(heard.body(), heard.signature())).isPresent();
    assertThat(at(Duration.ofMinutes(6)).read(heard.body(), heard.signature())).isEmpty();
  }

  /// The account may sell other things than ours.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'mode':'subscription','payment_status':'paid','payment_intent':null,'amount_total':900,"
            + "'currency':'usd','metadata':{}}",
        "{'mode':'payment','payment_status':'paid','payment_intent':'pi_9','amount_total':900,"
            + "'currency':'usd','metadata':{'payment':'payment_1'}}",
        "{'mode':'payment','payment_status':'paid','payment_intent':'pi_9','amount_total':900,"
            + "'currency':'usd','metadata':{'payment':'invoice 12'}}",
        "{'mode':'setup','payment_status':'no_payment_required','payment_intent':null,"
            + "'amount_total':null,'currency':null,'metadata':null}"
      })
  void whatSomebodyElseSoldSaysNothing(String session) throws Exception {
    assertThat(
            told(
                "charge.refunded",
                "{'payment_intent':'pi_9','amount_refunded':900,'currency':'usdc'}"))
        .isEqualTo(new GatewayFact.Nothing());
    assertThat(told("checkout.session.completed", session)).isEqualTo(new GatewayFact.Nothing());
  }

  /// Banks that take days, which our own page does not offer yet.
  @Test
  void waitsForABankThatTakesItsTime() throws Exception {
    Optional<PaymentId> whose = Optional.of(PAYMENT.id());
    String object =
        "{'id':'pi_9','payment_status':'%s','payment_intent':'pi_9','amount_total':5000,"
            + "'amount_received':5000,'currency':'usd','metadata':{'payment':'"
            + PAYMENT.id().text()
            + "'}}";
    String unpaid = object.formatted("unpaid");
    GatewayFact paid = new GatewayFact.Succeeded(whose, "pi_9", Money.usd(50_00));

    assertThat(told("checkout.session.completed", unpaid))
        .isEqualTo(new GatewayFact.Pending(whose));
    assertThat(told("payment_intent.processing", unpaid)).isEqualTo(new GatewayFact.Pending(whose));
    assertThat(told("payment_intent.payment_failed", unpaid))
        .isEqualTo(new GatewayFact.TryFailed(whose, "declined"));
    assertThat(told("checkout.session.async_payment_failed", unpaid))
        .isEqualTo(new GatewayFact.Failed(whose, "declined"));
    assertThat(told("payment_intent.canceled", unpaid))
        .isEqualTo(new GatewayFact.Failed(whose, "canceled"));
    assertThat(told("checkout.session.async_payment_succeeded", object.formatted("paid")))
        .isEqualTo(paid);
    assertThat(told("payment_intent.succeeded", object.formatted("paid"))).isEqualTo(paid);
  }

  @Test
  void settingsDoNotShowTheirSecrets() {
    assertThat(new StripeSettings("sk_1", List.of("whsec_1")))
        .asString()
        .doesNotContain("sk_1", "whsec_1");
  }

  private GatewayFact told(String type, String object) throws Exception {
    String body =
        "{'id':'evt_9','type':'%s','created':1763900000,'data':{'object':%s}}"
            .formatted(type, object)
            .replace('\'', '"');
    long now = Instant.now().getEpochSecond();
    String hash = Webhook.Util.computeHmacSha256(Sandbox.CARD_SIGNING_SECRET, now + "." + body);
    return messages.read(body, "t=%s,v1=%s".formatted(now, hash)).orElseThrow().fact();
  }

  private StripeMessages at(Duration later) {
    return new StripeMessages(
        context.getBean(StripeAccount.class),
        context.getBean(ObjectMapper.class),
        Clock.offset(Clock.systemUTC(), later));
  }

  private List<GatewayMessage> hear(int count) throws InterruptedException {
    return ear.next(count).stream()
        .map(heard -> messages.read(heard.body(), heard.signature()).orElseThrow())
        .toList();
  }

  private HttpResponse<String> type(GatewayAnswer begun, String card) throws Exception {
    return form(page(begun).toString(), "card=" + URLEncoder.encode(card, StandardCharsets.UTF_8));
  }

  private void bank(GatewayAnswer begun, String act) throws Exception {
    control("session=" + ((GatewayAnswer.NeedsAction) begun).session() + "&act=" + act);
  }

  private void control(String form) throws Exception {
    assertThat(form(sandbox.baseUri() + "/control/payments", form).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> form(String address, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return browser.send(request, BodyHandlers.ofString());
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(sandbox.baseUri().resolve(path)).build();
  }

  private static URI page(GatewayAnswer begun) {
    return ((GatewayAnswer.NeedsAction) begun).page();
  }

  private static Payment begun(Payment payment, GatewayAnswer answer) {
    String session =
        switch (answer) {
          case GatewayAnswer.NeedsAction(var id, var _) -> id;
          case GatewayAnswer.Pending(var id) -> id;
          default -> throw new AssertionError(answer);
        };
    return new Payment(
        payment.id(),
        payment.team(),
        payment.purpose(),
        payment.amount(),
        PaymentState.NEEDS_ACTION,
        payment.at(),
        payment.pageUntil(),
        Optional.of(session),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Payment payment(String name, Duration open) {
    Instant now = Instant.now();
    return new Payment(
        new PaymentId(Ids.derived("payment", name)),
        new TeamId(Ids.derived("team")),
        Payment.Purpose.TOP_UP,
        Money.usd(50_00),
        PaymentState.CREATED,
        now,
        now.plus(open),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private ApplicationContext context(String settings) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .eagerInitSingletons(false)
        .properties(
            Map.of(
                "aiqleads.stripe-url",
                sandbox.baseUri() + "/stripe",
                "aiqleads.api-url",
                "https://aiqleads.example"))
        .singletons((Secrets) new FixedSecrets(Map.of("payment-gateway", settings)))
        .start();
  }
}
