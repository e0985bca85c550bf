package com.aiqleads.marketplace.subscriptions;

import static com.aiqleads.marketplace.subscriptions.AccountFixtures.BEGINNING;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.PREMIUM;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.PRO;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.account;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.arranged;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.in;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.parked;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.pro;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.unpaid;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.subscriptions.Choice.Later;
import com.aiqleads.marketplace.subscriptions.Choice.Now;
import com.aiqleads.marketplace.subscriptions.Choice.Reason;
import com.aiqleads.marketplace.subscriptions.Choice.Refused;
import com.aiqleads.marketplace.subscriptions.Choice.TooLittleCredit;
import com.aiqleads.marketplace.subscriptions.Choice.Unchanged;
import com.aiqleads.marketplace.subscriptions.Subscription.State;
import com.aiqleads.marketplace.taxes.Taxes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoosingTest {

  private static final Instant END = AccountFixtures.MONTHS.period(0).until();
  private static final Instant MIDDLE =
      BEGINNING.plus(Duration.between(BEGINNING, END).dividedBy(2));

  @Test
  void aFirstPlanIsPaidForAWholeMonth() {
    Ruling<Choice> ruling = choose(account(BEGINNING, Optional.empty(), 4900), PRO);

    Bill bill = ((Now) ruling.outcome()).bill();
    assertThat(bill.total()).isEqualTo(Money.usd(4900));
    assertThat(bill.credits()).isEqualTo(Money.usd(2500));
    assertThat(bill.period().until()).isEqualTo(END);
    assertThat(ruling.acts())
        .containsExactly(
            new Act.Begin(bill.subscription(), PRO, AccountFixtures.MONTHS),
            new Act.Issue(bill),
            new Act.Pay(bill.id()));
  }

  @Test
  void nothingBeginsThatTheWalletCannotPay() {
    Ruling<Choice> ruling = choose(account(BEGINNING, Optional.empty(), 4899), PRO);

    assertThat(ruling.outcome()).isEqualTo(new TooLittleCredit(Money.usd(4900), Money.usd(4899)));
    assertThat(ruling.acts()).isEmpty();
  }

  @Test
  void moreBeginsAtOnceForTheRestOfTheMonth() {
    Ruling<Choice> ruling = choose(account(MIDDLE, Optional.of(pro()), 5000), PREMIUM);

    Bill bill = ((Now) ruling.outcome()).bill();
    assertThat(bill.net()).isEqualTo(Money.usd(5000));
    assertThat(bill.credits()).isEqualTo(Money.usd(3250));
    assertThat(bill.number()).isEqualTo(1);
    assertThat(bill.period()).isEqualTo(pro().period());
  }

  @Test
  void lessComesWhenWhatIsPaidForIsOver() {
    Subscription premium =
        new Subscription(
            pro().id(),
            State.ACTIVE,
            PREMIUM,
            pro().months(),
            pro().period(),
            List.of(Step.of(AccountFixtures.PLANS.get(2), BEGINNING)),
            0,
            Optional.empty(),
            Optional.empty());

    Ruling<Choice> ruling = choose(account(MIDDLE, Optional.of(premium), 0), PRO);

    assertThat(ruling.outcome()).isEqualTo(new Later(END));
    assertThat(ruling.acts())
        .containsExactly(new Act.Arrange(premium.id(), Optional.of(new Next.Change(PRO))));
  }

  @Test
  void theEndComesWhenWhatIsPaidForIsOverAndCanBeTakenBack() {
    Ruling<Choice> end = choose(account(MIDDLE, Optional.of(pro()), 0), PlanName.FREE);
    Subscription ending = arranged(pro(), new Next.End());

    assertThat(end.outcome()).isEqualTo(new Later(END));
    assertThat(choose(account(MIDDLE, Optional.of(ending), 0), PlanName.FREE).acts()).isEmpty();
    assertThat(choose(account(MIDDLE, Optional.of(ending), 0), PRO).acts())
        .containsExactly(new Act.Arrange(ending.id(), Optional.empty()));
  }

  @Test
  void moreTakesBackWhatWasArranged() {
    Subscription ending = arranged(pro(), new Next.End());

    assertThat(choose(account(MIDDLE, Optional.of(ending), 9000), PREMIUM).acts())
        .startsWith(new Act.Arrange(ending.id(), Optional.empty()));
  }

  @Test
  void aPauseComesWhenWhatIsPaidForIsOver() {
    Ruling<Choice> pause = Choosing.pause(account(MIDDLE, Optional.of(pro()), 0));
    Subscription pausing = arranged(pro(), new Next.Pause());

    assertThat(pause.outcome()).isEqualTo(new Later(END));
    assertThat(Choosing.resume(account(MIDDLE, Optional.of(pausing), 0), Taxes.NONE).acts())
        .containsExactly(new Act.Arrange(pausing.id(), Optional.empty()));
  }

  @Test
  void afterAPauseAnotherSubscriptionBegins() {
    Subscription paused = in(pro(), State.PAUSED);
    Instant later = END.plus(Duration.ofDays(100));

    Ruling<Choice> ruling = Choosing.resume(account(later, Optional.of(paused), 4900), Taxes.NONE);

    Bill bill = ((Now) ruling.outcome()).bill();
    assertThat(bill.subscription()).isNotEqualTo(paused.id());
    assertThat(bill.period().from()).isEqualTo(later);
    assertThat(ruling.acts()).startsWith(new Act.Turn(paused.id(), State.ENDED));
    assertThat(choose(account(later, Optional.of(paused), 9999), PRO).outcome())
        .isEqualTo(new Refused(Reason.PAUSED));
    assertThat(choose(account(later, Optional.of(paused), 0), PlanName.FREE).acts())
        .containsExactly(new Act.Turn(paused.id(), State.ENDED));
    assertThat(Choosing.pause(account(later, Optional.of(paused), 0)).acts()).isEmpty();
  }

  @Test
  void nobodyChangesBeforeWhatIsDueIsPaid() {
    Account behind = account(MIDDLE, Optional.of(pro()), 99_999, unpaid(4900, 1, BEGINNING));

    assertThat(choose(behind, PREMIUM).outcome()).isEqualTo(new Refused(Reason.UNPAID));
    assertThat(choose(behind, PlanName.FREE).outcome()).isEqualTo(new Later(END));
    assertThat(
            choose(account(MIDDLE, Optional.empty(), 9999, unpaid(1, 1, BEGINNING)), PRO).outcome())
        .isEqualTo(new Refused(Reason.UNPAID));
  }

  @Test
  void nobodyChangesWhatIsParkedExceptToEndIt() {
    Account parked = account(MIDDLE, Optional.of(parked(pro(), Parking.STOOD_STILL)), 99_999);

    assertThat(choose(parked, PREMIUM).outcome()).isEqualTo(new Refused(Reason.PARKED));
    assertThat(choose(parked, PlanName.FREE).outcome()).isEqualTo(new Later(END));
  }

  @Test
  void nothingIsSaidOfAMonthThatIsOver() {
    Optional<Subscription> ours = Optional.of(pro());

    assertThat(choose(account(END, ours, 99_999), PREMIUM).outcome())
        .isEqualTo(new Refused(Reason.DUE));
    assertThat(choose(account(END, ours, 99_999), PlanName.FREE).outcome())
        .isEqualTo(new Refused(Reason.DUE));
    assertThat(choose(account(END.minusNanos(1000), ours, 99_999), PREMIUM).outcome())
        .isInstanceOf(Now.class);
    assertThat(choose(account(END, Optional.of(in(pro(), State.PAUSED)), 0), PREMIUM).outcome())
        .isEqualTo(new Refused(Reason.PAUSED));
    assertThat(
            choose(account(END, Optional.of(parked(pro(), Parking.STOOD_STILL)), 99_999), PREMIUM)
                .outcome())
        .isEqualTo(new Refused(Reason.PARKED));
  }

  @Test
  void nobodyIsBilledMoreThanFifteenTimesADay() {
    Account busy = account(MIDDLE, Optional.of(pro()), 99_999);

    assertThat(choose(with(busy, false, 15), PREMIUM).outcome())
        .isEqualTo(new Refused(Reason.TOO_MANY_CHANGES));
    assertThat(choose(with(busy, false, 14), PREMIUM).outcome()).isInstanceOf(Now.class);
  }

  @Test
  void whatIsSoAlreadyStays() {
    assertThat(choose(account(MIDDLE, Optional.of(pro()), 0), PRO))
        .isEqualTo(Ruling.of(new Unchanged()));
    assertThat(choose(account(MIDDLE, Optional.empty(), 0), PlanName.FREE))
        .isEqualTo(Ruling.of(new Unchanged()));
  }

  @Test
  void saysWhatIsNotThere() {
    Account nothing = account(MIDDLE, Optional.of(in(pro(), State.ENDED)), 0);

    assertThat(choose(nothing, new PlanName("gold")).outcome())
        .isEqualTo(new Refused(Reason.NO_SUCH_PLAN));
    assertThat(Choosing.pause(nothing).outcome()).isEqualTo(new Refused(Reason.NO_SUBSCRIPTION));
    assertThat(Choosing.resume(nothing, Taxes.NONE).outcome())
        .isEqualTo(new Refused(Reason.NO_SUBSCRIPTION));
  }

  private static Ruling<Choice> choose(Account account, PlanName plan) {
    return Choosing.choose(account, plan, Taxes.NONE);
  }
}
