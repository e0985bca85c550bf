package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.marketplace.subscriptions.Choice.Later;
import com.aiqleads.marketplace.subscriptions.Choice.Now;
import com.aiqleads.marketplace.subscriptions.Choice.Reason;
import com.aiqleads.marketplace.subscriptions.Choice.Refused;
import com.aiqleads.marketplace.subscriptions.Choice.TooLittleCredit;
import com.aiqleads.marketplace.subscriptions.Choice.Unchanged;
import com.aiqleads.marketplace.subscriptions.Subscription.State;
import com.aiqleads.marketplace.taxes.Taxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a team may decide itself. More begins at once and is paid at once; less, a pause and the
/// end come when what is paid for is over, so that nothing ever has to be given back.
final class Choosing {

  private Choosing() {}

  static Ruling<Choice> choose(Account account, PlanName wanted, Taxes taxes) {
    Optional<Plan> plan = account.plan(wanted);
    if (plan.isEmpty()) {
      return refused(Reason.NO_SUCH_PLAN);
    }
    Optional<Subscription> current = account.current();
    if (current.filter(it -> isDue(account, it)).isPresent()) {
      return refused(Reason.DUE);
    }
    if (wanted.equals(PlanName.FREE)) {
      return current.map(Choosing::end).orElseGet(() -> Ruling.of(new Unchanged()));
    }
    if (current.isEmpty()) {
      return begin(account, plan.get(), taxes);
    }
    return current.get().isActive()
        ? change(account, current.get(), plan.get(), taxes)
        : refused(Reason.PAUSED);
  }

  static Ruling<Choice> pause(Account account) {
    return account
        .current()
        .map(it -> it.isActive() ? arrange(it, new Next.Pause()) : unchanged())
        .orElseGet(() -> refused(Reason.NO_SUBSCRIPTION));
  }

  /// Takes back what was arranged, or begins anew after a pause.
  static Ruling<Choice> resume(Account account, Taxes taxes) {
    Optional<Subscription> current = account.current();
    if (current.isEmpty()) {
      return refused(Reason.NO_SUBSCRIPTION);
    }
    if (current.get().isActive()) {
      return goOn(current.get());
    }
    return account
        .plan(current.get().plan())
        .map(plan -> begin(account, plan, taxes))
        .orElseGet(() -> refused(Reason.NO_SUCH_PLAN));
  }

  private static boolean isDue(Account account, Subscription current) {
    return current.isActive()
        && current.parked().isEmpty()
        && !account.now().isBefore(current.period().until());
  }

  private static Ruling<Choice> end(Subscription current) {
    return current.isActive()
        ? arrange(current, new Next.End())
        : Ruling.of(new Unchanged(), new Act.Turn(current.id(), State.ENDED));
  }

  private static Ruling<Choice> begin(Account account, Plan plan, Taxes taxes) {
    Optional<Reason> objection = objection(account);
    if (objection.isPresent()) {
      return refused(objection.get());
    }
    SubscriptionId id = Billing.nextId(account);
    Months months = new Months(account.now(), account.zone());
    Bill bill = Billing.whole(account, id, months.period(0), plan, taxes);
    List<Act> acts = new ArrayList<>();
    account.current().ifPresent(paused -> acts.add(new Act.Turn(paused.id(), State.ENDED)));
    acts.add(new Act.Begin(id, plan.name(), months));
    return paid(account, bill, acts);
  }

  private static Ruling<Choice> change(
      Account account, Subscription current, Plan plan, Taxes taxes) {
    Optional<Reason> objection = objection(account);
    if (objection.isPresent()) {
      return refused(objection.get());
    }
    if (plan.name().equals(current.plan())) {
      return goOn(current);
    }
    if (plan.price().compareTo(current.steps().getLast().price()) < 0) {
      return arrange(current, new Next.Change(plan.name()));
    }
    List<Act> acts = new ArrayList<>();
    if (current.next().isPresent()) {
      acts.add(new Act.Arrange(current.id(), Optional.empty()));
    }
    return paid(account, Billing.rest(account, current, plan, taxes), acts);
  }

  private static Optional<Reason> objection(Account account) {
    if (account.current().flatMap(Subscription::parked).isPresent()) {
      return Optional.of(Reason.PARKED);
    }
    if (!account.unpaid().isEmpty()) {
      return Optional.of(Reason.UNPAID);
    }
    return account.itemsToday() >= Billing.MOST_ITEMS_A_DAY
        ? Optional.of(Reason.TOO_MANY_CHANGES)
        : Optional.empty();
  }

  private static Ruling<Choice> paid(Account account, Bill bill, List<Act> before) {
    if (account.purchased().compareTo(bill.total()) < 0) {
      return Ruling.of(new TooLittleCredit(bill.total(), account.purchased()));
    }
    List<Act> acts = new ArrayList<>(before);
    acts.add(new Act.Issue(bill));
    acts.add(new Act.Pay(bill.id()));
    return new Ruling<>(new Now(bill), acts);
  }

  private static Ruling<Choice> arrange(Subscription current, Next next) {
    Later later = new Later(current.period().until());
    return current.next().equals(Optional.of(next))
        ? Ruling.of(later)
        : Ruling.of(later, new Act.Arrange(current.id(), Optional.of(next)));
  }

  private static Ruling<Choice> goOn(Subscription current) {
    return current.next().isEmpty()
        ? unchanged()
        : Ruling.of(new Unchanged(), new Act.Arrange(current.id(), Optional.empty()));
  }

  private static Ruling<Choice> unchanged() {
    return Ruling.of(new Unchanged());
  }

  private static Ruling<Choice> refused(Reason why) {
    return Ruling.of(new Refused(why));
  }
}
