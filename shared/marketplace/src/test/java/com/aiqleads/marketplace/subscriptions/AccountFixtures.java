package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Accounts of a team that began its plan at noon of the 10th of March 2026.
public final class AccountFixtures {

  public static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  public static final ZoneId MIAMI = ZoneId.of("America/New_York");
  public static final Instant BEGINNING = Instant.parse("2026-03-10T16:00:00Z");
  static final PlanName PRO = new PlanName("pro");
  static final PlanName PREMIUM = new PlanName("premium");
  static final Months MONTHS = new Months(BEGINNING, MIAMI);

  private AccountFixtures() {}

  public static Plan plan(String name, long price, long credits) {
    return new Plan(
        new PlanName(name),
        Money.usd(price),
        Money.usd(credits),
        Duration.ofMinutes(15),
        2,
        Duration.ofMinutes(45),
        100,
        name.equals("premium"));
  }

  static final List<Plan> PLANS =
      List.of(plan("free", 0, 0), plan("pro", 4900, 2500), plan("premium", 14900, 9000));

  static Subscription pro() {
    return new Subscription(
        new SubscriptionId(Ids.derived("subscription", "ours")),
        Subscription.State.ACTIVE,
        PRO,
        MONTHS,
        MONTHS.period(0),
        List.of(Step.of(PLANS.get(1), BEGINNING)),
        0,
        Optional.empty(),
        Optional.empty());
  }

  static Subscription in(Subscription subscription, Subscription.State state) {
    return changed(subscription, state, subscription.next(), subscription.parked());
  }

  static Subscription arranged(Subscription subscription, Next next) {
    return changed(subscription, subscription.state(), Optional.of(next), subscription.parked());
  }

  static Subscription parked(Subscription subscription, Parking why) {
    return changed(
        subscription,
        subscription.state(),
        subscription.next(),
        Optional.of(new Subscription.Parked(why, BEGINNING)));
  }

  private static Subscription changed(
      Subscription one,
      Subscription.State state,
      Optional<Next> next,
      Optional<Subscription.Parked> parked) {
    return new Subscription(
        one.id(),
        state,
        one.plan(),
        one.months(),
        one.period(),
        one.steps(),
        one.lastBilled(),
        next,
        parked);
  }

  static Account account(
      Instant now, Optional<Subscription> subscription, long purchased, Unpaid... unpaid) {
    return new Account(
        TEAM,
        now,
        MIAMI,
        PlanName.FREE,
        PLANS,
        subscription,
        Arrays.asList(unpaid),
        Money.usd(purchased),
        false,
        0);
  }

  static Account inDebt(Account account) {
    return with(account, true, account.itemsToday());
  }

  static Account with(Account account, boolean inDebt, int itemsToday) {
    return new Account(
        account.team(),
        account.now(),
        account.zone(),
        account.plan(),
        account.plans(),
        account.subscription(),
        account.unpaid(),
        account.purchased(),
        inDebt,
        itemsToday);
  }

  static Unpaid unpaid(long total, int tries, Instant failed) {
    return new Unpaid(
        new InvoiceId(Ids.derived("invoice", failed.toString(), Long.toString(total))),
        Money.usd(total),
        Failure.TOO_LITTLE_CREDIT,
        tries,
        failed,
        Failure.TOO_LITTLE_CREDIT.nextTry(tries, failed));
  }
}
