package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that decides what a team is billed, as it is at one moment.
///
/// @param plan the one whose limits hold for the team now
/// @param subscription the last one
/// @param purchased what the team has paid in and may spend
/// @param itemsToday invoices of the last 24 hours
public record Account(
    TeamId team,
    Instant now,
    ZoneId zone,
    PlanName plan,
    List<Plan> plans,
    Optional<Subscription> subscription,
    List<Unpaid> unpaid,
    Money purchased,
    boolean inDebt,
    int itemsToday) {

  public Account {
    plans = List.copyOf(plans);
    unpaid = List.copyOf(unpaid);
  }

  /// While it is parked nobody falls behind: nobody takes the money then.
  public Overdue overdue() {
    Instant at =
        current().flatMap(Subscription::parked).map(Subscription.Parked::since).orElse(now);
    return Overdue.of(unpaid, at);
  }

  /// What is not over.
  public Optional<Subscription> current() {
    return subscription.filter(it -> it.state() != Subscription.State.ENDED);
  }

  public Optional<Plan> plan(PlanName name) {
    return plans.stream().filter(plan -> plan.name().equals(name)).findFirst();
  }

  /// The plan whose limits should hold.
  public PlanName deserved() {
    return overdue().compareTo(Overdue.BLOCKED) >= 0
        ? PlanName.FREE
        : current().filter(Subscription::isActive).map(Subscription::plan).orElse(PlanName.FREE);
  }

  /// When something has to be done without anybody asking.
  public Optional<Instant> dueAt() {
    if (current().flatMap(Subscription::parked).isPresent()) {
      return Optional.empty();
    }
    Stream<Instant> ends =
        current().filter(Subscription::isActive).map(it -> it.period().until()).stream();
    return Stream.concat(ends, unpaid.stream().flatMap(this::turns)).min(Instant::compareTo);
  }

  private Stream<Instant> turns(Unpaid one) {
    if (!inDebt && purchased.compareTo(one.total()) >= 0) {
      return Stream.of(now);
    }
    return Stream.concat(one.nextTry().stream(), Overdue.turns(one.failed()).filter(now::isBefore));
  }
}
