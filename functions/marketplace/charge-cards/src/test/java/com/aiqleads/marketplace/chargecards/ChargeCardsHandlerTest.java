package com.aiqleads.marketplace.chargecards;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.local.sandbox.Sandbox;
import com.aiqleads.marketplace.cards.AutoTopUp;
import com.aiqleads.marketplace.cards.AutoTopUps;
import com.aiqleads.marketplace.cards.Card;
import com.aiqleads.marketplace.cards.CardDesk;
import com.aiqleads.marketplace.cards.CardId;
import com.aiqleads.marketplace.cards.CardVault;
import com.aiqleads.marketplace.cards.Cards;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentDesk;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.PaymentState;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChargeCardsHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final UserId USER = new UserId(Ids.derived("user"));
  private static final Duration PLENTY = Duration.ofMinutes(5);
  private static final AutoTopUp RULE =
      new AutoTopUp(Money.usd(50_00), Money.usd(100_00), Money.usd(300_00));

  private final Sandbox sandbox = Sandbox.start(0, 1, 1);
  private final HttpClient browser = HttpClient.newHttpClient();
  private final Database database = new Database(postgres.dataSource());
  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context = context(Sandbox.CARD_KEY);
  private final Cards cards = context.getBean(Cards.class);
  private final AutoTopUps autoTopUps = context.getBean(AutoTopUps.class);
  private final Payments payments = context.getBean(Payments.class);

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @AfterEach
  void close() {
    context.close();
    browser.close();
    sandbox.close();
  }

  @Test
  void fillsAWalletAndSaysSoOnce() throws Exception {
    saveAndSwitchOn("4242424242424242");

    run(PLENTY);
    run(PLENTY);

    assertThat(balance()).isEqualTo(Money.usd(100_00));
    assertThat(told()).singleElement().asString().contains("CardCharged", "10000");
  }

  @Test
  void saysThatTheOwnerHasToCome() throws Exception {
    saveAndSwitchOn("4000002760003184");

    run(PLENTY);
    run(PLENTY);

    assertThat(balance()).isEqualTo(Money.usd(0));
    assertThat(told()).singleElement().asString().contains("CardRefused", "\"needsPayer\":true");
  }

  @Test
  void endsWithACardThatWillNeverPay() throws Exception {
    saveAndSwitchOn("4242424242424242");
    control("says=stolen_card");

    run(PLENTY);
    run(PLENTY);

    assertThat(told()).hasSize(2).last().asString().contains("AutoTopUpStopped", "card_refused");
    assertThat(autoTopUps.of(TEAM).orElseThrow().stopped()).isPresent();
  }

  @Test
  void saysOnceThatACardExpires() throws Exception {
    saveAndSwitchOn("4242424242424242");
    autoTopUps.switchOff(TEAM);
    database.update(
        "update cards set expires = date_trunc('month', clock() at time zone 'UTC')", _ -> {});

    run(PLENTY);
    run(PLENTY);

    assertThat(told())
        .singleElement()
        .asString()
        .contains("CardExpiring", YearMonth.now(ZoneOffset.UTC).toString());
  }

  /// Taken, and the answer lost: whoever asks next finds it, and takes nothing else.
  @Test
  void findsOutWhatNobodyAnswered() throws Exception {
    saveAndSwitchOn("4242424242424242");
    control("trouble=silent&on=true");
    run(PLENTY);
    assertThat(balance()).isEqualTo(Money.usd(0));
    control("trouble=silent&on=false");
    database.update("update payments set next_ask = clock()", _ -> {});

    Payment unknown = payments.toAsk(1).getFirst();
    assertThat(unknown.state()).isEqualTo(PaymentState.UNKNOWN);
    new PaymentDesk(payments, context.getBean(PaymentGateway.class)).forward(unknown);
    run(PLENTY);

    assertThat(balance()).isEqualTo(Money.usd(100_00));
    assertThat(autoTopUps.charges(TEAM, 10)).hasSize(1);
    assertThat(told()).hasSize(1);
  }

  @Test
  void findsACardThatWasTypedAndForgetsOneThatWasRemoved() throws Exception {
    type(begun(), "4242424242424242");
    database.update("update cards set next_ask = clock()", _ -> {});

    run(PLENTY);
    assertThat(cards.saved(TEAM)).isPresent();
    cards.remove(TEAM);
    run(PLENTY);

    assertThat(cards.toAsk(10)).isEmpty();
    database.update("update cards set next_ask = clock() where next_ask is not null", _ -> {});
    assertThat(cards.toAsk(10)).as("forgotten").isEmpty();
  }

  @Test
  void leavesTheRestToTheNextRunWhenTimeIsShort() throws Exception {
    saveAndSwitchOn("4242424242424242");

    run(Duration.ofSeconds(24));
    assertThat(balance()).isEqualTo(Money.usd(0));

    run(PLENTY);
    assertThat(balance()).isEqualTo(Money.usd(100_00));
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (ChargeCardsHandler handler = new ChargeCardsHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private void saveAndSwitchOn(String number) throws Exception {
    Card card = begun();
    type(card, number);
    desk().forward(card);
    assertThat(autoTopUps.switchOn(TEAM, USER, RULE)).isTrue();
  }

  private Card begun() {
    return desk().save(TEAM, USER, new CardId(Ids.derived("card"))).orElseThrow();
  }

  private CardDesk desk() {
    return new CardDesk(cards, context.getBean(CardVault.class));
  }

  private void type(Card card, String number) throws Exception {
    assertThat(send(card.page().orElseThrow(), "card=" + number)).isEqualTo(303);
  }

  private Money balance() {
    return context.getBean(Wallets.class).of(TEAM).balance();
  }

  private List<String> told() {
    return queues.bodiesSentTo("aiqleads-test-platform-send-mail");
  }

  private void control(String form) throws Exception {
    assertThat(send(URI.create(sandbox.baseUri() + "/control/payments"), form)).isEqualTo(200);
  }

  private int send(URI address, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return browser.send(request, BodyHandlers.discarding()).statusCode();
  }

  private void run(Duration time) {
    new ChargeCardsHandler(context)
        .handleRequest(
            new ScheduledRun("marketplace-charge-cards", Instant.EPOCH), new FakeInvocation(time));
  }

  private ApplicationContext context(String key) {
    ApplicationContext made =
        TestFunction.start(
            "marketplace",
            "charge-cards",
            queues,
            Map.of(
                "aiqleads.routes",
                "CardCharged=platform-send-mail;CardRefused=platform-send-mail;"
                    + "CardExpiring=platform-send-mail;"
                    + "AutoTopUpStopped=platform-send-mail",
                "aiqleads.api-url",
                "https://aiqleads.example",
                "aiqleads.stripe-url",
                sandbox.baseUri() + "/stripe"));
    made.registerSingleton(Database.class, database);
    made.registerSingleton(new FieldCipher(List.of(new byte[32])));
    made.registerSingleton(
        Secrets.class,
        new FixedSecrets(
            Map.of(
                "payment-gateway",
                "{\"apiKey\":\"%s\",\"webhookSecrets\":[\"whsec\"]}".formatted(key))));
    return made;
  }
}
