package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.cards.AutoTopUp;
import com.aiqleads.marketplace.cards.AutoTopUps;
import com.aiqleads.marketplace.cards.Card;
import com.aiqleads.marketplace.cards.CardDesk;
import com.aiqleads.marketplace.cards.CardId;
import com.aiqleads.marketplace.cards.CardVault;
import com.aiqleads.marketplace.cards.SavingAnswer;
import com.aiqleads.marketplace.cards.Stop;
import com.aiqleads.marketplace.payments.CardOnFile;
import com.aiqleads.testkit.PostgresService;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCardsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final URI PAGE = URI.create("https://pay.example/save");
  private static final AutoTopUp RULE = SavedCards.RULE;

  private final Database database = Stores.database(postgres);
  private final PostgresCards cards = new PostgresCards(database);
  private final AutoTopUps autoTopUps = new PostgresAutoTopUps(database);
  private final TestClock clock = new TestClock(postgres);

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @AfterEach
  void leavesNoFault() {
    Faults.none(database);
  }

  @Test
  void aCardIsSavedOnce() {
    Card begun = cards.begin(OURS, Sales.BUYER, id("one")).orElseThrow();
    assertThat(begun.state()).isEqualTo(Card.State.CREATED);
    cards.answered(begun, new SavingAnswer.Unknown("silence"));
    assertThat(cards.begin(OURS, Sales.BUYER, id("one"))).contains(begun);

    cards.answered(begun, new SavingAnswer.Open("cs_one", PAGE));
    assertThat(cards.begun(OURS)).flatMap(Card::page).contains(PAGE);
    cards.answered(begun, SavedCards.saved("one"));
    cards.answered(begun, SavedCards.saved("one"));

    Card saved = cards.saved(OURS).orElseThrow();
    assertThat(saved.saved()).contains(((SavingAnswer.Saved) SavedCards.saved("one")).card());
    assertThat(cards.begun(OURS)).isEmpty();
    assertThat(consents()).containsExactly("save-card-1");
  }

  @Test
  void otherTeamsHaveNothingOfIt() {
    SavedCards.save(cards, OURS, "one");
    AutoTopUps ours = autoTopUps;
    ours.switchOn(OURS, Sales.BUYER, RULE);

    assertThat(cards.begin(THEIRS, Sales.BUYER, id("one"))).isEmpty();
    assertThat(cards.find(THEIRS, id("one"))).isEmpty();
    assertThat(cards.saved(THEIRS)).isEmpty();
    assertThat(cards.begun(THEIRS)).isEmpty();
    assertThat(cards.remove(THEIRS)).isFalse();
    assertThat(ours.of(THEIRS)).isEmpty();
    assertThat(ours.switchOn(THEIRS, Sales.BUYER, RULE)).isFalse();
    assertThat(ours.switchOff(THEIRS)).isFalse();
    assertThat(ours.charges(THEIRS, 10)).isEmpty();
    assertThat(cards.saved(OURS)).isPresent();
  }

  /// What is said twice, late, or in another order.
  @Test
  void whatComesLateChangesNothing() {
    Card saved = SavedCards.save(cards, OURS, "one");

    cards.answered(saved, new SavingAnswer.Over("expired"));
    cards.answered(saved, new SavingAnswer.Open("cs_one", PAGE));

    assertThat(cards.saved(OURS)).contains(saved);
  }

  @Test
  void anotherCardTakesItsPlaceAndTheGatewayForgetsTheFirst() {
    Card first = SavedCards.save(cards, OURS, "one");
    autoTopUps.switchOn(OURS, Sales.BUYER, RULE);
    Card begun = cards.begin(OURS, Sales.BUYER, id("two")).orElseThrow();
    assertThat(begun.customer()).as("one team is one customer").contains("cus_one");

    Card second = SavedCards.save(cards, OURS, "two");

    assertThat(cards.saved(OURS)).contains(second);
    assertThat(cards.toAsk(10)).extracting(Card::id).containsExactly(first.id());
    assertThat(autoTopUps.of(OURS).orElseThrow().stopped()).isEmpty();
  }

  /// Somebody typed a card on the page from before.
  @Test
  void theOneThatWasBegunLastCounts() {
    begun("one");
    begun("two");
    assertThat(cards.begun(OURS)).map(Card::id).contains(id("two"));
    CardDesk desk = new CardDesk(cards, new Vault());

    desk.forward(cards.find(OURS, id("one")).orElseThrow());

    assertThat(cards.saved(OURS)).as("not the older one").isEmpty();
    cards.answered(cards.find(OURS, id("two")).orElseThrow(), SavedCards.saved("two"));
    assertThat(cards.saved(OURS)).map(Card::id).contains(id("two"));
    Card older = cards.toAsk(10).getFirst();
    assertThat(older.state()).isEqualTo(Card.State.REMOVED);
    assertThat(older.saved()).contains(((SavingAnswer.Saved) SavedCards.saved("one")).card());
    desk.forward(older);
    clock.pass(Duration.ofDays(9));
    assertThat(cards.toAsk(10)).isEmpty();
  }

  private void begun(String name) {
    cards.answered(
        cards.begin(OURS, Sales.BUYER, id(name)).orElseThrow(),
        new SavingAnswer.Open("cs_" + name, PAGE));
  }

  /// Where the first card is typed, and forgotten.
  private static final class Vault implements CardVault {
    @Override
    public SavingAnswer start(Card card) {
      return new SavingAnswer.Unknown("not asked");
    }

    @Override
    public SavingAnswer ask(Card card) {
      return SavedCards.saved("one");
    }

    @Override
    public boolean forget(CardOnFile card) {
      return card.method().equals("pm_one");
    }
  }

  @Test
  void whatIsRemovedIsAskedForUntilTheGatewayHasForgottenIt() {
    Card saved = SavedCards.save(cards, OURS, "one");
    autoTopUps.switchOn(OURS, Sales.BUYER, RULE);

    assertThat(cards.remove(OURS)).isTrue();
    assertThat(cards.remove(OURS)).isFalse();

    assertThat(cards.saved(OURS)).isEmpty();
    assertThat(autoTopUps.of(OURS).orElseThrow().stopped()).contains(Stop.NO_CARD);
    assertThat(cards.toAsk(10)).hasSize(1);
    assertThat(cards.toAsk(10)).as("not again at once").isEmpty();
    clock.pass(Duration.ofDays(1));
    Card removed = cards.toAsk(10).getFirst();
    assertThat(removed.state()).isEqualTo(Card.State.REMOVED);
    assertThat(removed.saved()).isEqualTo(saved.saved());
    cards.forgotten(removed);
    clock.pass(Duration.ofDays(10));
    assertThat(cards.toAsk(10)).isEmpty();
  }

  @Test
  void whatNobodyAnsweredIsAskedAgain() {
    cards.begin(OURS, Sales.BUYER, id("one"));
    assertThat(cards.toAsk(10)).isEmpty();

    clock.pass(Duration.ofMinutes(5));

    Card due = cards.toAsk(10).getFirst();
    cards.answered(due, new SavingAnswer.Over("refused"));
    clock.pass(Duration.ofDays(2));
    assertThat(cards.toAsk(10)).isEmpty();
    assertThat(cards.find(OURS, id("one")).orElseThrow().state()).isEqualTo(Card.State.FAILED);
  }

  @Test
  void whoAgreedToWhatIsKept() {
    SavedCards.save(cards, OURS, "one");

    assertThat(autoTopUps.switchOn(OURS, Sales.BUYER, RULE)).isTrue();
    assertThat(autoTopUps.switchOff(OURS)).isTrue();
    assertThat(autoTopUps.switchOff(OURS)).isFalse();
    assertThat(autoTopUps.switchOn(OURS, Sales.BUYER, RULE)).isTrue();

    assertThat(consents()).containsExactly("save-card-1", "auto-top-up-1", "auto-top-up-1");
    AutoTopUps.Setting setting = autoTopUps.of(OURS).orElseThrow();
    assertThat(setting.rule()).isEqualTo(RULE);
    assertThat(setting.stopped()).isEmpty();
  }

  @Test
  void whoChangesWhatIsOnBeginsNothingAnew() {
    SavedCards.save(cards, OURS, "one");
    autoTopUps.switchOn(OURS, Sales.BUYER, RULE);
    Instant since = autoTopUps.of(OURS).orElseThrow().since();
    clock.pass(Duration.ofHours(1));

    autoTopUps.switchOn(OURS, Sales.BUYER, RULE);

    assertThat(autoTopUps.of(OURS).orElseThrow().since()).isEqualTo(since);
    autoTopUps.switchOff(OURS);
    autoTopUps.switchOn(OURS, Sales.BUYER, RULE);
    assertThat(autoTopUps.of(OURS).orElseThrow().since()).isAfter(since);
  }

  private List<String> consents() {
    return database.query(
        "select version from card_consents where team_id = ? and agreed_by = ? order by consent_id",
        Parameters.of(OURS.value(), Sales.BUYER.value()),
        row -> row.getString(1));
  }

  private static CardId id(String name) {
    return SavedCards.id(name);
  }
}
