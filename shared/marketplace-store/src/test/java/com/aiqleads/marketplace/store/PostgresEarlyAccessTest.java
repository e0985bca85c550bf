package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.lambda.database.StoreFailure;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.HoldAnswer.Early;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.HoldAnswer.HeldBefore;
import com.aiqleads.marketplace.holds.Joining;
import com.aiqleads.marketplace.holds.Offering;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresEarlyAccessTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Instant OPEN = NOON.plus(HALF_AN_HOUR);
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final TeamId FREE = new TeamId(Ids.derived("team", "free"));
  private static final TeamId PREMIUM = new TeamId(Ids.derived("team", "premium"));

  private final Database database = Stores.database(postgres);
  private final PostgresHolds holds = new PostgresHolds(database, InstantSource.system());
  private final PostgresWaits waits = new PostgresWaits(database, InstantSource.system());
  private final PostgresEarlyAccess earlyAccess = new PostgresEarlyAccess(database);
  private final TestClock clock = new TestClock(postgres);

  @BeforeEach
  void putALeadOnSale() {
    postgres.clear();
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1))));
    database.update("update offers set published_at = clock()", Parameters.of());
    database.query("select from lock_buyer(?)", Parameters.of(PREMIUM.value()), _ -> true);
    plan(PREMIUM, "premium");
    earlyAccess.set(HALF_AN_HOUR);
  }

  @AfterEach
  void leavesNoFault() {
    earlyAccess.set(Duration.ZERO);
    Faults.none(database);
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatIsNewForPlansWithEarlyAccess(SaleMode mode) {
    assertThat(hold(FREE, mode)).isEqualTo(new Early(LEAD, OPEN));

    assertThat(hold(PREMIUM, mode)).isInstanceOf(Held.class);
  }

  @ParameterizedTest
  @CsvSource({"1799999,false", "1800000,true", "1800001,true"})
  void isOpenToAllFromThatMomentOn(long millis, boolean isOpen) {
    clock.pass(Duration.ofMillis(millis));

    HoldAnswer answer = hold(FREE, SaleMode.SHARED);

    assertThat(answer instanceof Held).isEqualTo(isOpen);
    assertThat(opensAt(FREE) == null).isEqualTo(isOpen);
  }

  @Test
  void saysFromWhenOnTheLeadToThoseWhomItConcerns() {
    assertThat(opensAt(FREE)).isEqualTo(OPEN);
    assertThat(opensAt(new TeamId(Ids.derived("team", "never held")))).isEqualTo(OPEN);
    assertThat(opensAt(PREMIUM)).isNull();
  }

  @Test
  void letsNobodyWaitInLineForWhatItMayNotHold() {
    assertThat(waits.join(FREE, LEAD)).isEqualTo(Joining.Refused.EARLY);
    clock.pass(HALF_AN_HOUR);
    assertThat(waits.join(FREE, LEAD)).isEqualTo(Joining.Refused.FREE);
  }

  @Test
  void whoLosesEarlyAccessInLineKeepsThePlaceAndIsOfferedTheLeadWhenItOpens() {
    for (String name : List.of("a", "b", "c")) {
      hold(premium(name), SaleMode.SHARED);
    }
    TeamId second = premium("second");
    assertThat(waits.join(PREMIUM, LEAD)).isEqualTo(new Joining.Waiting(0));
    assertThat(waits.join(second, LEAD)).isEqualTo(new Joining.Waiting(1));
    plan(PREMIUM, "free");
    releaseOne("a");

    assertThat(waits.due(9)).containsExactly(LEAD);
    assertThat(offered()).contains(second);
    releaseOne("b");
    assertThat(waits.due(9)).isEmpty();
    assertThat(offered()).isEmpty();
    assertThat(waits.of(PREMIUM)).hasSize(1);

    clock.pass(HALF_AN_HOUR);
    assertThat(waits.due(9)).containsExactly(LEAD);
    assertThat(offered()).contains(PREMIUM);
    assertThat(waits.of(PREMIUM)).isEmpty();
  }

  /// As long as it is not open to whoever waits, what is free is free for those to whom it is.
  @Test
  void nobodyWaitsForOneForWhomItIsNotOpen() {
    for (String name : List.of("a", "b", "c")) {
      hold(premium(name), SaleMode.SHARED);
    }
    waits.join(PREMIUM, LEAD);
    plan(PREMIUM, "free");
    releaseOne("a");
    releaseOne("b");
    releaseOne("c");
    Duration almost = HALF_AN_HOUR.minusMinutes(1);
    clock.pass(almost);

    assertThat(hold(premium("d"), SaleMode.SHARED)).isInstanceOf(Held.class);
    assertThat(hold(premium("e"), SaleMode.SHARED)).isInstanceOf(Held.class);
    clock.pass(HALF_AN_HOUR.minus(almost));
    assertThat(hold(FREE, SaleMode.SHARED)).isInstanceOf(HoldAnswer.AllHeld.class);
    assertThat(offered()).contains(PREMIUM);
  }

  /// A hold is a promise, whatever plan the team has later.
  @Test
  void leavesWhatIsHeld() {
    hold(PREMIUM, SaleMode.SHARED);

    plan(PREMIUM, "free");

    assertThat(hold(PREMIUM, SaleMode.SHARED)).isInstanceOf(HeldBefore.class);
  }

  @Test
  void isNothingUnlessSomebodySaysSo() {
    earlyAccess.set(Duration.ZERO);

    assertThat(earlyAccess.time()).isZero();
    assertThat(hold(FREE, SaleMode.SHARED)).isInstanceOf(Held.class);
    assertThat(opensAt(FREE)).isNull();
  }

  /// A new price or a new version is no new lead; what was off sale could be taken by nobody.
  @Test
  void beginsAnewOnlyWhereALeadComesBackOnSale() {
    clock.pass(HALF_AN_HOUR);
    store(2, Standing.ON_SALE);
    assertThat(opensAt(FREE)).isNull();

    store(3, Standing.WITHDRAWN);
    store(4, Standing.ON_SALE);

    assertThat(hold(FREE, SaleMode.SHARED)).isEqualTo(new Early(LEAD, OPEN.plus(HALF_AN_HOUR)));
  }

  @Test
  void isADayAtMost() {
    assertThatThrownBy(() -> earlyAccess.set(Duration.ofHours(25)))
        .isInstanceOf(StoreFailure.class);
  }

  private HoldAnswer hold(TeamId team, SaleMode mode) {
    return holds.hold(team, Wishes.of(LEAD, mode)).getFirst();
  }

  private TeamId premium(String name) {
    TeamId team = new TeamId(Ids.derived("team", name));
    database.query("select from lock_buyer(?)", Parameters.of(team.value()), _ -> true);
    plan(team, "premium");
    return team;
  }

  private void releaseOne(String name) {
    TeamId team = new TeamId(Ids.derived("team", name));
    holds.cart(team).forEach(line -> holds.release(team, line.hold().id()));
  }

  private Optional<TeamId> offered() {
    return waits.offer(LEAD).map(Offering::team);
  }

  private @Nullable Instant opensAt(TeamId viewer) {
    return Stores.storefront(database)
        .show(viewer, LEAD)
        .flatMap(shown -> Optional.ofNullable(shown.card().opensAt()))
        .orElse(null);
  }

  private void plan(TeamId team, String plan) {
    database.update(
        "update buyers set plan = ? where team_id = ?", Parameters.of(plan, team.value()));
  }

  private void store(int version, Standing standing) {
    Stores.offers(database).store(OfferFixtures.anOffer(OfferFixtures.aLead(1, version)), standing);
  }
}
