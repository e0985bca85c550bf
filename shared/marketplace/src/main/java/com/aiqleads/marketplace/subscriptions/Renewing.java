package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.subscriptions.Subscription.State;
import com.aiqleads.marketplace.taxes.Taxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What becomes of a subscription by itself: what is unpaid is tried, and what is over is renewed.
final class Renewing {

  private Renewing() {}

  static Ruling<Renewal> renew(Account account, Taxes taxes) {
    Optional<Subscription> current = account.current();
    if (current.flatMap(Subscription::parked).isPresent()) {
      return Ruling.of(Renewal.NOTHING_DUE);
    }
    List<Act> acts = new ArrayList<>();
    Collected collected = collect(account, acts);
    if (Overdue.of(collected.unpaid(), account.now()) == Overdue.LOST) {
      return lost(account, collected.unpaid(), acts);
    }
    return current
        .filter(Subscription::isActive)
        .filter(it -> !account.now().isBefore(it.period().until()))
        .map(it -> turn(account, it, collected.left(), taxes, acts))
        .orElseGet(() -> new Ruling<>(outcome(acts), acts));
  }

  /// Nothing is paid for the months that were slept through.
  static Ruling<Renewal> release(Account account) {
    Optional<Subscription> parked = account.current().filter(it -> it.parked().isPresent());
    if (parked.isEmpty()) {
      return Ruling.of(Renewal.NOTHING_DUE);
    }
    Subscription subscription = parked.get();
    Months months = subscription.months();
    int last = Math.max(months.numberAt(account.now()) - 1, subscription.lastBilled());
    return Ruling.of(Renewal.RECOVERED, new Act.Release(subscription.id(), months.period(last)));
  }

  private static Ruling<Renewal> lost(Account account, List<Unpaid> unpaid, List<Act> acts) {
    acts.removeIf(Act.Fail.class::isInstance);
    unpaid.forEach(one -> acts.add(new Act.WriteOff(one.invoice())));
    account.current().ifPresent(it -> acts.add(new Act.Turn(it.id(), State.ENDED)));
    return new Ruling<>(Renewal.LOST, acts);
  }

  /// What is left of the money, and what is still unpaid.
  private record Collected(Money left, List<Unpaid> unpaid) {}

  /// Pays what can be paid, the oldest first.
  private static Collected collect(Account account, List<Act> acts) {
    Money left = account.purchased();
    List<Unpaid> unpaid = new ArrayList<>();
    for (Unpaid one : account.unpaid()) {
      if (canPay(account, left, one.total())) {
        acts.add(new Act.Pay(one.invoice()));
        left = left.minus(one.total());
        continue;
      }
      unpaid.add(one);
      if (one.nextTry().filter(next -> !account.now().isBefore(next)).isPresent()) {
        acts.add(failed(account, one));
      }
    }
    return new Collected(left, unpaid);
  }

  private static Act failed(Account account, Unpaid one) {
    Failure why = failure(account);
    int tries = one.tries() + 1;
    return new Act.Fail(one.invoice(), why, tries, why.nextTry(tries, one.failed()));
  }

  private static Renewal outcome(List<Act> acts) {
    if (acts.stream().anyMatch(Act.Pay.class::isInstance)) {
      return Renewal.RECOVERED;
    }
    return acts.isEmpty() ? Renewal.NOTHING_DUE : Renewal.FAILED;
  }

  private static Ruling<Renewal> turn(
      Account account, Subscription current, Money left, Taxes taxes, List<Act> acts) {
    return switch (current.next().orElseGet(() -> new Next.Change(current.plan()))) {
      case Next.Pause _ -> with(acts, Renewal.PAUSED, new Act.Turn(current.id(), State.PAUSED));
      case Next.End _ -> with(acts, Renewal.ENDED, new Act.Turn(current.id(), State.ENDED));
      case Next.Change(var plan) -> bill(account, current, plan, left, taxes, acts);
    };
  }

  private static Ruling<Renewal> bill(
      Account account,
      Subscription current,
      PlanName plan,
      Money left,
      Taxes taxes,
      List<Act> acts) {
    Optional<Parking> objection = objection(account, current);
    if (objection.isPresent()) {
      return with(acts, Renewal.PARKED, new Act.Park(current.id(), objection.get()));
    }
    Period next = current.months().period(current.period().number() + 1);
    Plan terms = account.plan(plan).orElseThrow();
    Bill bill = Billing.whole(account, current.id(), next, terms, taxes);
    if (current.next().isPresent()) {
      acts.add(new Act.Arrange(current.id(), Optional.empty()));
    }
    acts.add(new Act.Issue(bill));
    if (canPay(account, left, bill.total())) {
      return with(acts, Renewal.RENEWED, new Act.Pay(bill.id()));
    }
    Failure why = failure(account);
    return with(
        acts, Renewal.FAILED, new Act.Fail(bill.id(), why, 1, why.nextTry(1, account.now())));
  }

  private static Optional<Parking> objection(Account account, Subscription current) {
    int next = current.period().number() + 1;
    if (current.lastBilled() >= next) {
      return Optional.of(Parking.BILLED_BEFORE);
    }
    if (current.months().numberAt(account.now()) > next) {
      return Optional.of(Parking.STOOD_STILL);
    }
    return account.itemsToday() >= Billing.MOST_ITEMS_A_DAY
        ? Optional.of(Parking.TOO_MANY_ITEMS)
        : Optional.empty();
  }

  private static boolean canPay(Account account, Money left, Money total) {
    return !account.inDebt() && left.compareTo(total) >= 0;
  }

  private static Failure failure(Account account) {
    return account.inDebt() ? Failure.IN_DEBT : Failure.TOO_LITTLE_CREDIT;
  }

  private static Ruling<Renewal> with(List<Act> acts, Renewal outcome, Act last) {
    acts.add(last);
    return new Ruling<>(outcome, acts);
  }
}
