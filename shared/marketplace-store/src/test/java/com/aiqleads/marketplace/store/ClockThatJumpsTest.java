package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.store.SmallMarket.OURS;
import static com.aiqleads.marketplace.store.SmallMarket.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Ending;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer.AllHeld;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.orders.Purchase.HoldEnded;
import com.aiqleads.marketplace.orders.Purchase.Paid;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The server's clock is set, forwards or back, while leads are held. The market looks for faults
/// after each.
class ClockThatJumpsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Duration HOLD = Duration.ofMinutes(5);
  private static final Duration YEARS = Duration.ofDays(3_650);

  @RegisterExtension final SmallMarket market = new SmallMarket(postgres);

  @Test
  void aHoldWhoseSlotOthersTookDoesNotComeBack() {
    List<Hold> early = heldBy("early");
    market.clock().pass(HOLD);
    List<Hold> late = heldBy("late");
    market.clock().pass(HOLD.negated());

    assertThat(Sales.buy(market.database(), team("early", 1), early.getFirst()))
        .isEqualTo(new HoldEnded(OfferFixtures.leadId(1), Ending.EXPIRED));
    for (int number = 1; number <= late.size(); number++) {
      assertThat(Sales.buy(market.database(), team("late", number), late.get(number - 1)))
          .isInstanceOf(Paid.class);
    }
    // Until then the books find holds without slots, by which nobody can buy.
    market.clock().pass(HOLD);
  }

  @Test
  void aClockSetBackMakesHoldsLongerAndNoRoomForAnother() {
    List<Hold> all = heldBy("early");
    market.clock().pass(YEARS.negated());

    assertThat(
            new PostgresHolds(market.database(), InstantSource.system())
                .hold(THEIRS, Wishes.of(OfferFixtures.leadId(1), SaleMode.SHARED)))
        .singleElement()
        .isInstanceOf(AllHeld.class);
    assertThat(Sales.buy(market.database(), team("early", 3), all.getLast()))
        .isInstanceOf(Paid.class);
  }

  @Test
  void aJumpOfYearsEndsHoldsAndLeavesWhatIsBought() {
    market.bought(OURS, 1);
    Hold open = market.hold(OURS, 2);
    market.clock().pass(YEARS);

    assertThat(Sales.buy(market.database(), OURS, open))
        .isEqualTo(new HoldEnded(OfferFixtures.leadId(2), Ending.EXPIRED));
    market.clock().pass(YEARS.negated());
    assertThat(Sales.buy(market.database(), OURS, market.hold(OURS, 3))).isInstanceOf(Paid.class);
  }

  /// As many as a lead has slots.
  private List<Hold> heldBy(String teams) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(number -> market.hold(team(teams, number), 1))
        .toList();
  }

  private static TeamId team(String name, int number) {
    return new TeamId(Ids.derived("team", name + " " + number));
  }
}
