package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.standing.Channel;
import com.aiqleads.marketplace.standing.ParkedOrders;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.marketplace.standing.StandingOrders.Change;
import com.aiqleads.marketplace.standing.Terms;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What whoever leaves a team leaves behind there.
class PostgresParkedOrdersTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final TeamId OURS = StandingFixtures.team("ours");
  private static final TeamId THEIRS = StandingFixtures.team("theirs");
  private static final UserId MAKER = StandingFixtures.owner("of " + OURS.text());
  private static final UserId HEIR = new UserId(Ids.derived("user", "heir"));
  private static final Terms BUYING = StandingFixtures.buying(Money.usd(34_00));

  private final Database database = Stores.database(postgres);
  private final StandingOrders orders =
      new PostgresStandingOrders(database, InstantSource.system());
  private final ParkedOrders parked = new PostgresParkedOrders(database, orders);
  private final StandingOrder buying = StandingFixtures.order("buying", OURS, BUYING);

  @BeforeEach
  void make() {
    postgres.clear();
    orders.add(buying);
  }

  @AfterEach
  void leavesNoFault() {
    Faults.none(database);
  }

  @Test
  void parksWhatTheMakerMadeAndNothingElse() {
    StandingOrder told =
        StandingFixtures.order("told", OURS, StandingFixtures.alerting(Channel.DAILY));
    StandingOrder heirs = owned(StandingFixtures.order("heir's", OURS, BUYING), HEIR);
    StandingOrder theirs = owned(StandingFixtures.order("theirs", THEIRS, BUYING), MAKER);
    orders.add(told);
    orders.add(heirs);
    orders.add(theirs);

    assertThat(park()).isEqualTo(2);

    assertThat(parked.of(OURS)).containsExactlyInAnyOrder(buying.id(), told.id());
    assertThat(parked.of(THEIRS)).isEmpty();
    assertThat(found(buying).state()).isEqualTo(State.PAUSED);
    assertThat(found(told).state()).isEqualTo(State.PAUSED);
    assertThat(found(heirs)).isEqualTo(heirs);
    assertThat(orders.find(THEIRS, theirs.id())).contains(theirs);
  }

  @Test
  void parksOnce() {
    park();
    StandingOrder once = found(buying);

    assertThat(park()).isZero();

    assertThat(found(buying)).isEqualTo(once);
  }

  /// Nobody lets it go on in the name of who is gone.
  @Test
  void parksWhatWasPausedBefore() {
    orders.replace(buying.in(State.PAUSED));

    assertThat(park()).isEqualTo(1);

    assertThat(parked.of(OURS)).containsExactly(buying.id());
    assertThat(orders.replace(buying.in(State.PAUSED).in(State.ACTIVE)))
        .as("somebody who lets it go on meanwhile")
        .isEqualTo(Change.STALE);
    assertThat(found(buying).version()).isEqualTo(3);
  }

  @Test
  void isParkedNoMoreOnceSomebodyHasTakenItOver() {
    park();
    StandingOrder before = found(buying);

    orders.replace(before.takenOver(HEIR));

    assertThat(parked.of(OURS)).isEmpty();
    assertThat(found(buying).owner()).isEqualTo(HEIR);
    assertThat(found(buying).state()).isEqualTo(State.ACTIVE);
    assertThat(found(buying).since()).as("its place in line").isEqualTo(buying.since());
    assertThat(park()).as("told late, once more").isZero();
  }

  @Test
  void staysParkedWhenItOnlySaysSomethingElse() {
    park();

    orders.replace(
        found(buying).with(StandingFixtures.buying(Money.usd(12_00)), StandingFixtures.MADE_AT));

    assertThat(parked.of(OURS)).containsExactly(buying.id());
  }

  @Test
  void isParkedNoMoreOnceItIsEnded() {
    park();

    orders.replace(found(buying).in(State.ENDED));

    assertThat(parked.of(OURS)).isEmpty();
  }

  /// Who left and came back let it go on before anybody heard of the leaving.
  @Test
  void parksNothingThatWasChangedSince() {
    Instant leftAt = Instant.now().minus(ParkedOrders.LAST_TOKEN);
    orders.replace(buying.in(State.PAUSED));

    assertThat(parked.park(OURS, MAKER, leftAt)).isZero();
    assertThat(parked.of(OURS)).isEmpty();
  }

  /// Their token was good when they did it, and they were gone.
  @Test
  void parksWhatWasDoneByTheLastTokenBeforeAnybodyHeard() {
    Instant leftAt = Instant.now().minus(ParkedOrders.LAST_TOKEN).plusSeconds(60);
    orders.replace(buying.in(State.PAUSED));

    assertThat(parked.park(OURS, MAKER, leftAt)).isEqualTo(1);
  }

  @Test
  void letsNothingGoOnByTheLastTokenOfWhoHasLeft() {
    park();
    StandingOrder later = StandingFixtures.order("later", OURS, BUYING);

    assertThat(orders.add(later)).isEqualTo(Change.MAKER_LEFT);
    assertThat(orders.replace(found(buying).takenOver(MAKER))).isEqualTo(Change.MAKER_LEFT);

    assertThat(orders.find(OURS, later.id())).isEmpty();
    assertThat(parked.of(OURS)).containsExactly(buying.id());
    assertThat(orders.add(owned(StandingFixtures.order("heir's", OURS, BUYING), HEIR)))
        .isEqualTo(Change.DONE);
    assertThat(orders.add(owned(StandingFixtures.order("theirs", THEIRS, BUYING), MAKER)))
        .as("of the same person elsewhere")
        .isEqualTo(Change.DONE);
  }

  /// A moment more would shut out whoever has come back.
  @Test
  void letsWhoHasComeBackGoOnOnceNoTokenIsLeft() {
    Instant leftAt = Instant.now().minus(ParkedOrders.LAST_TOKEN);
    orders.replace(buying.in(State.PAUSED));
    parked.park(OURS, MAKER, leftAt);

    assertThat(orders.add(StandingFixtures.order("later", OURS, BUYING))).isEqualTo(Change.DONE);
  }

  private int park() {
    return parked.park(OURS, MAKER, Instant.now());
  }

  private StandingOrder found(StandingOrder order) {
    return orders.find(OURS, order.id()).orElseThrow();
  }

  private static StandingOrder owned(StandingOrder order, UserId owner) {
    return StandingOrder.made(order.id(), order.team(), owner, order.terms(), order.madeAt());
  }
}
