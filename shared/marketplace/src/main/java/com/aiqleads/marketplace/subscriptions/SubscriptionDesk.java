package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.taxes.Taxes;
import java.util.function.Function;

/// What teams, time and the house do to subscriptions. Each is one transaction, and done again it
/// changes nothing.
public record SubscriptionDesk(Subscriptions subscriptions, Taxes taxes) {

  /// What choosing would lead to, by the same rule.
  public Choice quote(TeamId team, PlanName plan) {
    return Choosing.choose(subscriptions.look(team), plan, taxes).outcome();
  }

  public Choice choose(TeamId team, PlanName plan) {
    return upToDate(team, account -> Choosing.choose(account, plan, taxes));
  }

  public Choice pause(TeamId team) {
    return upToDate(team, Choosing::pause);
  }

  public Choice resume(TeamId team) {
    return upToDate(team, account -> Choosing.resume(account, taxes));
  }

  public Renewal renew(TeamId team) {
    return subscriptions.decide(team, account -> Renewing.renew(account, taxes));
  }

  public Renewal release(TeamId team) {
    return subscriptions.decide(team, Renewing::release);
  }

  /// What is due comes first, as if nobody had asked for anything.
  private Choice upToDate(TeamId team, Function<Account, Ruling<Choice>> rule) {
    Account account = subscriptions.look(team);
    if (account.dueAt().filter(due -> !account.now().isBefore(due)).isPresent()) {
      renew(team);
    }
    return subscriptions.decide(team, rule);
  }
}
