package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.Slots;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.Held;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAvailabilitiesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final Duration HOLD = Duration.ofMinutes(5);

  private final Database database = Stores.database(postgres);
  private final Holds holds = new PostgresHolds(database, InstantSource.system());
  private final PostgresAvailabilities availabilities = new PostgresAvailabilities(database);
  private final TestClock clock = new TestClock(postgres);

  @BeforeEach
  void putALeadOnSale() {
    postgres.clear();
    Stores.putOnSale(database, List.of(OfferFixtures.anOffer(OfferFixtures.aLead(1, 1))));
  }

  @AfterEach
  void leavesNoFault() {
    Faults.none(database);
  }

  @Test
  void tellsOnlyWhatIsOther() {
    assertThat(note(hold(1))).isEmpty();
    Hold second = hold(2);
    assertThat(note(second)).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    Hold third = hold(3);

    assertThat(note(third)).containsExactly(new Availability(LEAD, 1, NOON.plus(HOLD)));
    assertThat(note(third)).as("told before").isEmpty();
    holds.release(team(2), second.id());
    assertThat(note(second)).containsExactly(new Availability(LEAD, 2, Availability.FREE));
  }

  @Test
  void isSoldOutForEver() {
    Hold[] all = {hold(1), hold(2), hold(3)};
    for (int number = 1; number <= 3; number++) {
      Sales.buy(database, team(number), all[number - 1]);
    }

    assertThat(note(all[0])).containsExactly(new Availability(LEAD, 1, Availability.NEVER));
    assertThat(slots()).isEqualTo(new Slots(3, 0, null, 0));
  }

  @Test
  void aCardSaysWhenTheFirstIsFree() {
    hold(1);
    clock.pass(Duration.ofMinutes(1));
    hold(2);
    hold(3);

    assertThat(slots()).isEqualTo(new Slots(3, 0, NOON.plus(HOLD), 0));
    clock.pass(HOLD.minusMinutes(1));
    assertThat(slots()).as("at its end, with nothing running").isEqualTo(new Slots(3, 1, null, 0));
  }

  @Test
  void whatWasFullIsToldWhenItsTimeHasCome() {
    hold(1);
    hold(2);
    note(hold(3));
    assertThat(availabilities.noteInDoubt(10)).as("full as told").isEmpty();

    clock.pass(HOLD);
    holds.endOverdue(10);

    assertThat(availabilities.noteInDoubt(10))
        .containsExactly(new Availability(LEAD, 2, Availability.FREE));
    assertThat(availabilities.noteInDoubt(10)).as("told before").isEmpty();
  }

  @Test
  void whoeverJoinsALineLeavesLessForOthers() {
    hold(1);
    hold(2);
    note(hold(3));
    PostgresWaits waits = new PostgresWaits(database, InstantSource.system());
    clock.pass(Duration.ofMinutes(1));
    waits.join(team(4), LEAD);
    waits.join(team(5), LEAD);
    waits.join(team(6), LEAD);

    assertThat(availabilities.noteInDoubt(10))
        .containsExactly(new Availability(LEAD, 2, Availability.NEVER));

    waits.leave(team(5), LEAD);
    assertThat(availabilities.noteInDoubt(10))
        .containsExactly(new Availability(LEAD, 3, NOON.plus(HOLD)));
  }

  @Test
  void aRebuildLearnsWhatWasTold() {
    hold(1);
    hold(2);
    note(hold(3));

    List<IndexChange> page = new PostgresCatalog(database).page(null, 10);

    assertThat(page)
        .hasSize(2)
        .endsWith(new IndexChange.Open(new Availability(LEAD, 1, NOON.plus(HOLD))));
    assertThat(new PostgresCatalog(database).changes(null, Instant.EPOCH, 10)).isEqualTo(page);
  }

  /// Each takes one slot, and none sees the others': the last to commit has to see them all.
  @Test
  void whoeverTakesTheLastSlotTellsIt() throws Exception {
    for (int round = 1; round <= 20; round++) {
      putALeadOnSale();
      CyclicBarrier taken = new CyclicBarrier(3);
      List<Availability> told = Collections.synchronizedList(new ArrayList<>());
      try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
        List<Future<?>> all = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
          int racer = number;
          all.add(threads.submit(() -> holdTogether(racer, taken, told)));
        }
        for (Future<?> one : all) {
          one.get();
        }
      }

      assertThat(told).containsExactly(new Availability(LEAD, 1, NOON.plus(HOLD)));
    }
  }

  private void holdTogether(int racer, CyclicBarrier taken, List<Availability> told) {
    Database own = Stores.database(postgres);
    List<Availability> noted =
        own.inTransaction(
            () -> {
              Hold hold = Sales.hold(own, team(racer), LEAD);
              await(taken);
              return new PostgresAvailabilities(own).note(List.of(hold.id()));
            });
    told.addAll(noted);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException("the others did not come", e);
    }
  }

  private Slots slots() {
    List<ShownLead> shown = Stores.storefront(database).show(team(9), List.of(LEAD));
    return shown.getFirst().card().slots();
  }

  private List<Availability> note(Hold hold) {
    return availabilities.note(List.of(hold.id()));
  }

  private Hold hold(int team) {
    return ((Held) holds.hold(team(team), Wishes.of(LEAD, SaleMode.SHARED)).getFirst()).hold();
  }

  private static TeamId team(int number) {
    return new TeamId(Ids.derived("team", Integer.toString(number)));
  }
}
