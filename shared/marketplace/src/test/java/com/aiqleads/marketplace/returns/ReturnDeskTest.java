package com.aiqleads.marketplace.returns;

import static com.aiqleads.marketplace.returns.FactsFixtures.PRICE;
import static com.aiqleads.marketplace.returns.FactsFixtures.SOLD;
import static com.aiqleads.marketplace.returns.FactsFixtures.known;
import static com.aiqleads.marketplace.returns.FactsFixtures.other;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.returns.ReturnDesk.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReturnDeskTest {

  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final UserId BUYER = new UserId(Ids.derived("user", "buyer"));
  private static final UserId JUDGE = new UserId(Ids.derived("user", "judge"));
  private static final Sale SALE =
      new Sale(new OrderLineId(Ids.derived("line")), OURS, OfferFixtures.leadId(1), PRICE, SOLD);
  private static final Instant NEXT_DAY = SOLD.plus(Duration.ofDays(1));

  private final InMemoryReturns returns = new InMemoryReturns(SALE);
  private final ReturnDesk desk = new ReturnDesk(returns);

  @Test
  void givesBackWhatFactsShowAndTheSameOnce() {
    returns.knows(known().sameHome(other()));

    assertThat(taken(claim(ReturnReason.DUPLICATE)).settlement())
        .contains(new Settlement(PRICE, Optional.empty()));
    Taken again = taken(claim(ReturnReason.DUPLICATE));
    assertThat(again.what().state()).isEqualTo(ReturnState.CREDITED);
    assertThat(again.settlement()).isEmpty();
    assertThat(returns.locked()).containsOnly(OURS);
  }

  @Test
  void takesNothingBackThatTheTeamHasNotBoughtOrThatIsTooOld() {
    TeamId theirs = new TeamId(Ids.derived("team", "theirs"));
    Instant late = SOLD.plus(Duration.ofDays(22));

    assertThat(desk.take(theirs, claim(ReturnReason.DUPLICATE), NEXT_DAY)).isEmpty();
    assertThat(desk.take(OURS, claim(ReturnReason.DUPLICATE), late))
        .contains(new TakeBack.TooLate(SOLD.plus(Duration.ofDays(21))));
    assertThat(desk.take(OURS, claim(ReturnReason.WRONG_PERSON), late))
        .contains(new TakeBack.TooLate(SOLD.plus(Duration.ofDays(14))));
  }

  @Test
  void saysThatAllOfThePriceCameBackBefore() {
    returns.knows(known().refunded(PRICE.minorUnits(), ReturnReason.FRAUD));

    assertThat(desk.take(OURS, claim(ReturnReason.DUPLICATE), NEXT_DAY))
        .contains(new TakeBack.GivenBackBefore());
  }

  @Test
  void letsAPersonDecideOnceWhatNoFactDecides() {
    returns.knows(known());
    Taken waiting = taken(claim(ReturnReason.OUT_OF_AREA));
    assertThat(waiting.what().isToBeJudged()).isTrue();

    Taken judged = desk.judge(waiting.what().id(), JUDGE, 50, "Half of it").orElseThrow();

    assertThat(judged.what().credited()).isEqualTo(Money.usd(PRICE.minorUnits() / 2));
    assertThat(judged.what().isAppealable()).isFalse();
    assertThat(desk.judge(waiting.what().id(), JUDGE, 100, "All of it")).isEmpty();
    assertThat(desk.judge(ReturnId.of(SALE.line(), ReturnReason.FRAUD), JUDGE, 100, "Never asked"))
        .isEmpty();
  }

  @Test
  void canBeAppealedAgainstIfAMachineSaidNo() {
    returns.knows(known());
    LeadReturn refused = taken(claim(ReturnReason.DUPLICATE)).what();

    assertThat(refused.state()).isEqualTo(ReturnState.REFUSED);
    assertThat(refused.isAppealable()).isTrue();
    assertThat(refused).hasToString(refused.id() + " REFUSED");
  }

  @Test
  void creditsBeforeAnybodyAsksOnlyWhatIsProven() {
    returns.knows(known());
    assertThat(desk.recall(SALE, ReturnReason.DUPLICATE)).isEmpty();

    returns.knows(known().sameHome(other()));
    Taken recalled = desk.recall(SALE, ReturnReason.DUPLICATE).orElseThrow();

    assertThat(recalled.what().asked()).isFalse();
    assertThat(recalled.what().credited()).isEqualTo(PRICE);
    assertThat(desk.recall(SALE, ReturnReason.DUPLICATE)).isEmpty();
  }

  @Test
  void recallsWhatWasAskedForAndNotBelieved() {
    returns.knows(known());
    assertThat(taken(claim(ReturnReason.DUPLICATE)).what().state()).isEqualTo(ReturnState.REFUSED);

    returns.knows(known().sameHome(other()));

    assertThat(desk.recall(SALE, ReturnReason.DUPLICATE).orElseThrow().what().state())
        .isEqualTo(ReturnState.CREDITED);
  }

  @Test
  void leavesWhatAPersonHasDecided() {
    returns.knows(known());
    Taken waiting = taken(claim(ReturnReason.OUT_OF_AREA));
    desk.judge(waiting.what().id(), JUDGE, 0, "It is in the area");

    returns.knows(known().sameHome(other()));

    assertThat(desk.recall(SALE, ReturnReason.OUT_OF_AREA)).isEmpty();
  }

  private static Claim claim(ReturnReason reason) {
    return new Claim(SALE.line(), reason, Optional.of(BUYER), "");
  }

  private Taken taken(Claim claim) {
    TakeBack answer = desk.take(OURS, claim, NEXT_DAY).orElseThrow();
    return ((TakeBack.Accepted) answer).taken();
  }
}
