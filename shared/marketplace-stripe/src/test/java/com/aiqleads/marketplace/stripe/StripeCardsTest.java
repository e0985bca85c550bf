package com.aiqleads.marketplace.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.local.sandbox.Sandbox;
import com.aiqleads.marketplace.cards.Card;
import com.aiqleads.marketplace.cards.CardFace;
import com.aiqleads.marketplace.cards.CardId;
import com.aiqleads.marketplace.cards.CardVault;
import com.aiqleads.marketplace.cards.SavingAnswer;
import com.aiqleads.marketplace.payments.CardOnFile;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.GatewayFact;
import com.aiqleads.marketplace.payments.GatewayMessages;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.PaymentState;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cards that are kept, and charged while nobody is there.
class StripeCardsTest {

  private static final String GOOD = "4242424242424242";
  private static final TeamId TEAM = new TeamId(Ids.derived("team"));

  private final Sandbox sandbox = Sandbox.start(0, 1, 1);
  private final Ear ear = new Ear();
  private final HttpClient browser = HttpClient.newHttpClient();
  private final ApplicationContext context = context();
  private final PaymentGateway gateway = context.getBean(PaymentGateway.class);
  private final GatewayMessages messages = context.getBean(GatewayMessages.class);
  private final CardVault vault = context.getBean(CardVault.class);

  StripeCardsTest() {
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
  void aCardIsTypedOnThePageOfTheProcessor() throws Exception {
    Card card = card("one", Optional.empty());
    SavingAnswer.Open begun = (SavingAnswer.Open) vault.start(card);
    assertThat(vault.start(card)).as("one for them").isEqualTo(begun);
    assertThat(vault.ask(begun(card, begun))).isEqualTo(begun);

    assertThat(send(begun.page(), "card=12")).isEqualTo(200);
    assertThat(send(begun.page(), "card=" + GOOD)).isEqualTo(303);

    SavingAnswer.Saved saved = (SavingAnswer.Saved) vault.ask(begun(card, begun));
    assertThat(saved.card().face()).isEqualTo(new CardFace("visa", "4242", YearMonth.of(2034, 12)));
    assertThat(saved.card().file().method()).startsWith("pm_");
    assertThat(send(begun.page(), "card=" + GOOD)).as("once").isEqualTo(404);
  }

  @Test
  void oneTeamIsOneCustomer() throws Exception {
    CardOnFile first = saved(GOOD);
    Card second = card("two", Optional.of(first.customer()));
    SavingAnswer.Open begun = (SavingAnswer.Open) vault.start(second);
    send(begun.page(), "card=5555555555554444");

    SavingAnswer.Saved saved = (SavingAnswer.Saved) vault.ask(begun(second, begun));

    assertThat(saved.card().file().customer()).isEqualTo(first.customer());
    assertThat(saved.card().face().brand()).isEqualTo("mastercard");
  }

  /// Somebody deleted the customer in Stripe's own console.
  @Test
  void aCustomerThatIsDeletedKeepsNobodyFromSavingACard() throws Exception {
    CardOnFile first = saved(GOOD);
    delete(first.customer());
    Card second = card("two", Optional.of(first.customer()));

    SavingAnswer.Open begun = (SavingAnswer.Open) vault.start(second);

    assertThat(vault.start(second)).as("one for them").isEqualTo(begun);
    send(begun.page(), "card=" + GOOD);
    CardOnFile saved = ((SavingAnswer.Saved) vault.ask(begun(second, begun))).card().file();
    assertThat(saved.customer()).isNotEqualTo(first.customer());
    assertThat(gateway.start(payment("one", saved))).isInstanceOf(GatewayAnswer.Succeeded.class);
    assertThat(gateway.start(payment("two", first)))
        .as("nor is the card of that customer asked for ever")
        .isEqualTo(new GatewayAnswer.Declined("refused: customer"));
  }

  @Test
  void aPageThatNobodyUsedIsOver() {
    Card late = card("late", Optional.empty(), Instant.now().minusSeconds(1));

    assertThat(vault.start(late)).isEqualTo(new SavingAnswer.Over("expired"));
    assertThat(vault.ask(begun(late, new SavingAnswer.Open("cs_none", URI.create("/")))))
        .isInstanceOf(SavingAnswer.Unknown.class);
  }

  @Test
  void silenceIsNoAnswer() throws Exception {
    CardOnFile file = saved(GOOD);
    control("trouble=silent&on=true");

    assertThat(vault.start(card("two", Optional.empty()))).isInstanceOf(SavingAnswer.Unknown.class);
    assertThat(vault.forget(file)).isFalse();
    control("trouble=silent&on=false");
    assertThat(vault.forget(file)).as("they had, and nobody heard it").isTrue();
  }

  @Test
  void whatIsForgottenPaysNothing() throws Exception {
    CardOnFile file = saved(GOOD);
    assertThat(vault.forget(file)).isTrue();
    assertThat(vault.forget(file)).isTrue();

    assertThat(gateway.start(payment("one", file)))
        .isEqualTo(new GatewayAnswer.Declined("refused: payment_method"));
  }

  @Test
  void aSavedCardPaysWhileNobodyIsThere() throws Exception {
    Payment payment = payment("one", saved(GOOD));

    GatewayAnswer.Succeeded paid = (GatewayAnswer.Succeeded) gateway.start(payment);

    assertThat(paid.amount()).isEqualTo(payment.amount());
    assertThat(gateway.start(payment)).as("once for its key").isEqualTo(paid);
    assertThat(gateway.ask(begun(payment, paid.session()))).isEqualTo(paid);
    assertThat(gateway.end(begun(payment, paid.session()))).isEqualTo(paid);
    assertThat(facts(1))
        .containsExactly(
            new GatewayFact.Succeeded(Optional.of(payment.id()), paid.intent(), payment.amount()));
    assertThat(gateway.giveBack(begun(payment, paid.session())))
        .isEqualTo(new GatewayAnswer.GivenBack(paid.intent(), payment.amount()));
  }

  /// It is asked for again with the same key, and was taken once.
  @Test
  void findsWhatWasTakenAndNobodyHeardOf() throws Exception {
    Payment payment = payment("one", saved(GOOD));
    control("trouble=silent&on=true");
    assertThat(gateway.start(payment)).isInstanceOf(GatewayAnswer.Unknown.class);
    control("trouble=silent&on=false");

    assertThat(gateway.start(payment)).isInstanceOf(GatewayAnswer.Succeeded.class);

    assertThat(facts(1)).hasSize(1);
  }

  /// A day later the key is no key any more.
  @Test
  void neverTakesUnderAKeyThatMayBeForgotten() throws Exception {
    CardOnFile file = saved(GOOD);
    Instant yesterday = Instant.now().minus(Duration.ofHours(23));
    Payment taken = payment("one", file);
    gateway.start(taken);

    assertThat(gateway.start(at(taken, yesterday))).isInstanceOf(GatewayAnswer.Succeeded.class);
    assertThat(gateway.start(at(payment("two", file), yesterday)))
        .isEqualTo(new GatewayAnswer.Declined("never begun"));
    assertThat(facts(1)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "4000000000000341, '', generic_decline",
    "4000002760003184, '', authentication_required",
    "4242424242424242, insufficient_funds, insufficient_funds",
    "4242424242424242, expired_card, expired_card"
  })
  void saysWhyABankPaysNothing(String number, String says, String reason) throws Exception {
    Payment payment = payment("one", saved(number));
    control("says=" + says);

    assertThat(gateway.start(payment)).isEqualTo(new GatewayAnswer.Declined(reason));

    assertThat(facts(1))
        .containsExactly(new GatewayFact.TryFailed(Optional.of(payment.id()), reason));
    assertThat(gateway.ask(begun(payment, intent()))).isEqualTo(new GatewayAnswer.Declined(reason));
  }

  /// Nobody can say yes later, when it counts as failed.
  @Test
  void endsWhatABankWouldAskSomebody() throws Exception {
    GatewayAnswer asks = new GatewayAnswer.Declined("authentication_required");
    Payment payment = payment("one", saved(GOOD));
    control("says=requires_action");

    assertThat(gateway.start(payment)).isEqualTo(asks);

    assertThat(facts(1))
        .containsExactly(new GatewayFact.Failed(Optional.of(payment.id()), "canceled"));
    assertThat(gateway.ask(begun(payment, intent()))).isEqualTo(asks);
    assertThat(gateway.start(payment))
        .as("it is over, and cannot be ended")
        .isEqualTo(new GatewayAnswer.Pending(intent()));
  }

  @Test
  void hearsOfItTwiceAndInAnotherOrder() throws Exception {
    control("trouble=twice&on=true");
    Payment payment = payment("one", saved(GOOD));

    gateway.start(payment);

    assertThat(facts(2)).hasSize(2).allMatch(GatewayFact.Succeeded.class::isInstance);
  }

  /// The only payment that they know.
  private String intent() throws Exception {
    HttpRequest all =
        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/control/payments")).build();
    return browser
        .send(all, BodyHandlers.ofString())
        .body()
        .replaceAll("(?s).*\"id\":\"cs_test_([a-z0-9]+)\".*", "pi_$1");
  }

  private List<GatewayFact> facts(int count) throws InterruptedException {
    return ear.next(count).stream()
        .map(heard -> messages.read(heard.body(), heard.signature()).orElseThrow().fact())
        .toList();
  }

  private CardOnFile saved(String number) throws Exception {
    Card card = card("one", Optional.empty());
    SavingAnswer.Open begun = (SavingAnswer.Open) vault.start(card);
    send(begun.page(), "card=" + number);
    return ((SavingAnswer.Saved) vault.ask(begun(card, begun))).card().file();
  }

  private static Card card(String name, Optional<String> customer) {
    return card(name, customer, Instant.now().plus(Duration.ofHours(1)));
  }

  private static Card card(String name, Optional<String> customer, Instant until) {
    return new Card(
        new CardId(Ids.derived("card", name)),
        TEAM,
        Card.State.CREATED,
        until,
        customer,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Card begun(Card card, SavingAnswer.Open begun) {
    return new Card(
        card.id(),
        card.team(),
        Card.State.OPEN,
        card.pageUntil(),
        card.customer(),
        Optional.of(begun.session()),
        Optional.of(begun.page()),
        Optional.empty());
  }

  private static Payment payment(String name, CardOnFile card) {
    return new Payment(
        new PaymentId(Ids.derived("payment", name)),
        TEAM,
        Payment.Purpose.TOP_UP,
        Money.usd(50_00),
        PaymentState.CREATED,
        Instant.now(),
        Instant.now(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(card));
  }

  private static Payment at(Payment payment, Instant at) {
    return known(payment, at, Optional.empty());
  }

  private static Payment begun(Payment payment, String intent) {
    return known(payment, payment.at(), Optional.of(intent));
  }

  private static Payment known(Payment payment, Instant at, Optional<String> intent) {
    return new Payment(
        payment.id(),
        payment.team(),
        payment.purpose(),
        payment.amount(),
        payment.state(),
        at,
        payment.pageUntil(),
        intent,
        intent,
        payment.page(),
        payment.reason(),
        payment.card());
  }

  private void control(String form) throws Exception {
    assertThat(send(URI.create(sandbox.baseUri() + "/control/payments"), form)).isEqualTo(200);
  }

  private void delete(String customer) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/stripe/v1/customers/" + customer))
            .header("Authorization", "Bearer " + Sandbox.CARD_KEY)
            .DELETE()
            .build();
    assertThat(browser.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private int send(URI address, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return browser.send(request, BodyHandlers.ofString()).statusCode();
  }

  private ApplicationContext context() {
    String settings =
        "{\"apiKey\":\"%s\",\"webhookSecrets\":[\"%s\"]}"
            .formatted(Sandbox.CARD_KEY, Sandbox.CARD_SIGNING_SECRET);
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
