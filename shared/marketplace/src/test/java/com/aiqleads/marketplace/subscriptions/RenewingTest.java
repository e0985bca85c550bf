package com.aiqleads.marketplace.subscriptions;

import static com.aiqleads.marketplace.subscriptions.AccountFixtures.BEGINNING;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.MONTHS;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.PREMIUM;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.account;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.arranged;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.in;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.inDebt;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.parked;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.pro;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.unpaid;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.subscriptions.Subscription.State;
import com.aiqleads.marketplace.taxes.Taxes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenewingTest {

  private static final Instant END = MONTHS.period(0).until();
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void nothingIsDueBeforeTheEnd() {
    assertThat(renew(account(END.minusNanos(1000), Optional.of(pro()), 9999)))
        .isEqualTo(Ruling.of(Renewal.NOTHING_DUE));
  }

  @Test
  void theNextMonthIsBilledAndPaidAtTheEndOfThisOne() {
    Ruling<Renewal> ruling = renew(account(END, Optional.of(pro()), 4900));

    Bill bill = ((Act.Issue) ruling.acts().getFirst()).bill();
    assertThat(ruling.outcome()).isEqualTo(Renewal.RENEWED);
    assertThat(bill.period()).isEqualTo(MONTHS.period(1));
    assertThat(bill.total()).isEqualTo(Money.usd(4900));
    assertThat(ruling.acts()).endsWith(new Act.Pay(bill.id()));
  }

  @Test
  void anInvoiceThatCannotBePaidIsTriedAgainWithinTheHour() {
    Ruling<Renewal> ruling = renew(account(END, Optional.of(pro()), 4899));

    Bill bill = ((Act.Issue) ruling.acts().getFirst()).bill();
    assertThat(ruling.outcome()).isEqualTo(Renewal.FAILED);
    assertThat(ruling.acts())
        .endsWith(
            new Act.Fail(
                bill.id(), Failure.TOO_LITTLE_CREDIT, 1, Optional.of(END.plusSeconds(3600))));
  }

  @Test
  void whoOwesABankPaysNothingBeforeThat() {
    Ruling<Renewal> ruling = renew(inDebt(account(END, Optional.of(pro()), 9999)));

    Act.Fail fail = (Act.Fail) ruling.acts().getLast();
    assertThat(fail.why()).isEqualTo(Failure.IN_DEBT);
    assertThat(fail.nextTry()).contains(END.plus(DAY.multipliedBy(8)));
  }

  @Test
  void moneyThatComesPaysWhatIsUnpaid() {
    Unpaid one = unpaid(4900, 1, BEGINNING);

    assertThat(renew(account(BEGINNING.plusSeconds(60), Optional.of(pro()), 4900, one)))
        .isEqualTo(Ruling.of(Renewal.RECOVERED, new Act.Pay(one.invoice())));
    assertThat(renew(account(BEGINNING.plusSeconds(60), Optional.of(pro()), 4899, one)))
        .isEqualTo(Ruling.of(Renewal.NOTHING_DUE));
  }

  @Test
  void aTryThatFailsAgainCountsUp() {
    Unpaid one = unpaid(4900, 3, BEGINNING);
    Instant tomorrow = BEGINNING.plus(DAY);

    assertThat(renew(account(tomorrow, Optional.of(pro()), 0, one)))
        .isEqualTo(
            Ruling.of(
                Renewal.FAILED,
                new Act.Fail(
                    one.invoice(), Failure.TOO_LITTLE_CREDIT, 4, Optional.of(tomorrow.plus(DAY)))));
  }

  @Test
  void theOldestIsPaidFirstAsFarAsTheMoneyGoes() {
    Unpaid first = unpaid(300, 1, BEGINNING);
    Unpaid second = unpaid(400, 1, BEGINNING.plusSeconds(1));
    Unpaid third = unpaid(100, 1, BEGINNING.plusSeconds(2));

    assertThat(
            renew(account(BEGINNING.plusSeconds(9), Optional.of(pro()), 450, first, second, third))
                .acts())
        .containsExactly(new Act.Pay(first.invoice()), new Act.Pay(third.invoice()));
  }

  @Test
  void afterThreeWeeksItIsOver() {
    Unpaid one = unpaid(4900, 3, BEGINNING);
    Account late = account(BEGINNING.plus(DAY.multipliedBy(21)), Optional.of(pro()), 4899, one);

    assertThat(renew(late))
        .isEqualTo(
            Ruling.of(
                Renewal.LOST,
                new Act.WriteOff(one.invoice()),
                new Act.Turn(pro().id(), State.ENDED)));
  }

  @Test
  void nothingIsLostThatCanBePaid() {
    Unpaid first = unpaid(4900, 7, BEGINNING);
    Unpaid second = unpaid(300, 7, BEGINNING.plusSeconds(1));
    Instant late = BEGINNING.plus(DAY.multipliedBy(22));

    assertThat(renew(account(late, Optional.of(pro()), 5200, first, second)))
        .isEqualTo(
            Ruling.of(
                Renewal.RECOVERED, new Act.Pay(first.invoice()), new Act.Pay(second.invoice())));
    assertThat(renew(account(late, Optional.of(pro()), 5199, first, second)))
        .as("what is still unpaid")
        .isEqualTo(
            Ruling.of(
                Renewal.LOST,
                new Act.Pay(first.invoice()),
                new Act.WriteOff(second.invoice()),
                new Act.Turn(pro().id(), State.ENDED)));
  }

  @Test
  void whatCanBePaidIsDueNow() {
    Unpaid one = unpaid(4900, 7, BEGINNING);
    Instant now = BEGINNING.plus(DAY.multipliedBy(17));
    Account able = account(now, Optional.of(pro()), 4900, one);

    assertThat(able.dueAt()).contains(now);
    assertThat(inDebt(able).dueAt()).contains(BEGINNING.plus(DAY.multipliedBy(21)));
  }

  @Test
  void nobodyFallsBehindWhileItIsParked() {
    Unpaid one = unpaid(4900, 7, BEGINNING.minus(DAY));
    Account parked =
        account(
            BEGINNING.plus(DAY.multipliedBy(30)),
            Optional.of(parked(pro(), Parking.STOOD_STILL)),
            0,
            one);

    assertThat(parked.overdue()).isEqualTo(Overdue.WARNED);
    assertThat(parked.dueAt()).isEmpty();
  }

  @Test
  void turnsIntoWhatWasArranged() {
    assertThat(renew(account(END, Optional.of(arranged(pro(), new Next.Pause())), 9999)))
        .isEqualTo(Ruling.of(Renewal.PAUSED, new Act.Turn(pro().id(), State.PAUSED)));
    assertThat(renew(account(END, Optional.of(arranged(pro(), new Next.End())), 9999)))
        .isEqualTo(Ruling.of(Renewal.ENDED, new Act.Turn(pro().id(), State.ENDED)));
    List<Act> acts =
        renew(account(END, Optional.of(arranged(pro(), new Next.Change(PREMIUM))), 14_900)).acts();
    assertThat(acts).startsWith(new Act.Arrange(pro().id(), Optional.empty()));
    assertThat(((Act.Issue) acts.get(1)).bill().step().plan()).isEqualTo(PREMIUM);
  }

  @Test
  void whatIsPausedCostsNothing() {
    Account paused = account(END.plus(DAY), Optional.of(in(pro(), State.PAUSED)), 9999);

    assertThat(renew(paused)).isEqualTo(Ruling.of(Renewal.NOTHING_DUE));
    assertThat(paused.dueAt()).isEmpty();
    assertThat(paused.deserved()).isEqualTo(PlanName.FREE);
  }

  @Test
  void nobodyPaysForMonthsThatWereSleptThrough() {
    Instant afterTwo = MONTHS.period(1).until();

    assertThat(renew(account(afterTwo, Optional.of(pro()), 99_999)))
        .isEqualTo(Ruling.of(Renewal.PARKED, new Act.Park(pro().id(), Parking.STOOD_STILL)));
    assertThat(renew(account(afterTwo.minusNanos(1000), Optional.of(pro()), 99_999)).outcome())
        .isEqualTo(Renewal.RENEWED);
  }

  @Test
  void aPeriodThatIsBilledAlreadyIsParked() {
    Subscription ahead =
        new Subscription(
            pro().id(),
            State.ACTIVE,
            pro().plan(),
            MONTHS,
            MONTHS.period(0),
            pro().steps(),
            1,
            Optional.empty(),
            Optional.empty());

    assertThat(renew(account(END, Optional.of(ahead), 9999)))
        .isEqualTo(Ruling.of(Renewal.PARKED, new Act.Park(pro().id(), Parking.BILLED_BEFORE)));
    assertThat(Renewing.release(account(END, Optional.of(parked(ahead, Parking.BILLED_BEFORE)), 0)))
        .isEqualTo(Ruling.of(Renewal.RECOVERED, new Act.Release(pro().id(), MONTHS.period(1))));
  }

  @Test
  void moreThanFifteenItemsADayAreParked() {
    Account busy = account(END, Optional.of(pro()), 9999);

    assertThat(renew(with(busy, false, 15)).outcome()).isEqualTo(Renewal.PARKED);
    assertThat(renew(with(busy, false, 14)).outcome()).isEqualTo(Renewal.RENEWED);
  }

  @Test
  void nothingHappensToWhatIsParkedUntilSomebodyReleasesIt() {
    Instant late = MONTHS.period(5).from().plus(DAY);
    Account parked = account(late, Optional.of(parked(pro(), Parking.STOOD_STILL)), 99_999);

    assertThat(renew(parked)).isEqualTo(Ruling.of(Renewal.NOTHING_DUE));
    assertThat(parked.dueAt()).isEmpty();
    assertThat(Renewing.release(parked))
        .isEqualTo(Ruling.of(Renewal.RECOVERED, new Act.Release(pro().id(), MONTHS.period(4))));
    assertThat(Renewing.release(account(late, Optional.of(pro()), 0)))
        .isEqualTo(Ruling.of(Renewal.NOTHING_DUE));
  }

  @Test
  void isDueWithEachTryAndWithEachTurnOfItsAge() {
    Unpaid one = unpaid(4900, 6, BEGINNING);
    Unpaid last = unpaid(4900, 7, BEGINNING);

    assertThat(due(BEGINNING, one)).isEqualTo(BEGINNING.plus(DAY.multipliedBy(14)));
    assertThat(due(BEGINNING.plus(DAY.multipliedBy(14)), one))
        .isEqualTo(BEGINNING.plus(DAY.multipliedBy(16)));
    assertThat(due(BEGINNING.plus(DAY.multipliedBy(16)), last))
        .isEqualTo(BEGINNING.plus(DAY.multipliedBy(21)));
  }

  @Test
  void whoIsBlockedHasWhatEveryTeamHasUntilItIsPaid() {
    Unpaid one = unpaid(4900, 3, BEGINNING);

    assertThat(account(BEGINNING.plus(DAY), Optional.of(pro()), 0, one).deserved())
        .isEqualTo(pro().plan());
    assertThat(account(BEGINNING.plus(DAY.multipliedBy(14)), Optional.of(pro()), 0, one).deserved())
        .isEqualTo(PlanName.FREE);
    assertThat(account(BEGINNING.plus(DAY.multipliedBy(14)), Optional.of(pro()), 0).deserved())
        .isEqualTo(pro().plan());
  }

  private static Instant due(Instant now, Unpaid one) {
    return account(now, Optional.of(pro()), 0, one).dueAt().orElseThrow();
  }

  private static Ruling<Renewal> renew(Account account) {
    return Renewing.renew(account, Taxes.NONE);
  }
}
