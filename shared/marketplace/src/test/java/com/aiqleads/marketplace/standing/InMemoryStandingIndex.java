package com.aiqleads.marketplace.standing;

import com.aiqleads.marketplace.search.IndexUnavailable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// As the real one behaves: there or not, away or not, and never going back to an older version.
public final class InMemoryStandingIndex implements StandingIndex {
  private final Map<StandingOrderId, StandingOrder> orders = new LinkedHashMap<>();
  private final Set<StandingOrderId> refused = new HashSet<>();
  private boolean isThere;
  private boolean isDown;

  public void goDown() {
    isDown = true;
  }

  public void comeBack() {
    isDown = false;
  }

  /// All that was in it with it.
  public void vanish() {
    isThere = false;
    orders.clear();
  }

  /// Whatever is tried, as one that it cannot read.
  public void refuse(StandingOrderId order) {
    refused.add(order);
  }

  @Override
  public Set<StandingOrderId> put(Collection<StandingOrder> changed) {
    if (changed.isEmpty()) {
      return Set.of();
    }
    check();
    changed.stream()
        .filter(order -> !refused.contains(order.id()))
        .forEach(
            order ->
                orders.merge(
                    order.id(), order, (old, one) -> one.version() > old.version() ? one : old));
    return changed.stream()
        .map(StandingOrder::id)
        .filter(refused::contains)
        .collect(Collectors.toSet());
  }

  @Override
  public List<StandingOrderId> wanting(Arrival arrival, Instant moment) {
    check();
    return orders.values().stream()
        .filter(order -> order.wants(arrival, moment))
        .map(StandingOrder::id)
        .toList();
  }

  @Override
  public void make() {
    isThere = true;
  }

  private void check() {
    if (isDown) {
      throw new IndexUnavailable("the index is away");
    }
    if (!isThere) {
      throw new Missing("standing-orders");
    }
  }
}
