package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.taxes.Taxes;
import java.util.ArrayList;
import java.util.List;

/// What there is to bill.
final class Billing {

  /// Of one subscription within 24 hours.
  static final int MOST_ITEMS_A_DAY = 15;

  private Billing() {}

  /// A whole period of a plan.
  static Bill whole(Account account, SubscriptionId id, Period period, Plan plan, Taxes taxes) {
    Step step = Step.of(plan, period.from());
    Money net = plan.price();
    return new Bill(
        id,
        period,
        0,
        step,
        "Plan " + plan.name(),
        net,
        taxes.of(account.team(), account.now()).on(net),
        plan.credits());
  }

  /// What the period costs more if this plan is had from now on.
  static Bill rest(Account account, Subscription subscription, Plan plan, Taxes taxes) {
    List<Step> before = subscription.steps();
    List<Step> after = new ArrayList<>(before);
    after.add(Step.of(plan, account.now()));
    Period period = subscription.period();
    Money net = Charges.price(period, after).minus(Charges.price(period, before));
    Money credits = Charges.credits(period, after).minus(Charges.credits(period, before));
    return new Bill(
        subscription.id(),
        period,
        before.size(),
        after.getLast(),
        "Plan " + plan.name() + " instead of " + subscription.plan(),
        net,
        taxes.of(account.team(), account.now()).on(net),
        credits.isNegative() ? new Money(0, credits.currency()) : credits);
  }

  /// Follows from the one before, so that whoever begins twice begins the same.
  static SubscriptionId nextId(Account account) {
    String before = account.subscription().map(it -> it.id().text()).orElse("none");
    return new SubscriptionId(Ids.derived("subscription", account.team().text(), before));
  }
}
