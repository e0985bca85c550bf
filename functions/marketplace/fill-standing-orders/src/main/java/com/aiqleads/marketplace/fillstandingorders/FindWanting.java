package com.aiqleads.marketplace.fillstandingorders;

import com.aiqleads.marketplace.search.IndexUnavailable;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.StandingIndex;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the index, after it has got what it does not have yet: so no order is overlooked that was
/// there before the lead. An index that is gone is made and filled first. Orders that it refuses
/// come into question for every lead: what an order wants is looked at once more anyway.
@Singleton
record FindWanting(StandingIndex index, Allocations allocations, InstantSource clock) {

  private static final Logger LOG = LoggerFactory.getLogger(FindWanting.class);
  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 500;

  List<Wanted> wanting(List<Arrival> arrivals) {
    if (!allocations.isAnybodyWaiting()) {
      return arrivals.stream().map(arrival -> new Wanted(arrival, List.of())).toList();
    }
    return again(
        () -> {
          catchUp();
          List<StandingOrderId> refused = allocations.refused();
          return arrivals.stream().map(arrival -> wanting(arrival, refused)).toList();
        });
  }

  private Wanted wanting(Arrival arrival, List<StandingOrderId> refused) {
    Set<StandingOrderId> wanting = new LinkedHashSet<>(refused);
    wanting.addAll(index.wanting(arrival, clock.instant()));
    return new Wanted(arrival, List.copyOf(wanting));
  }

  private <T> T again(Supplier<T> question) {
    try {
      return question.get();
    } catch (StandingIndex.Missing _) {
      // In this order: whoever dies in between leaves more to do, and nothing undone.
      allocations.forgetIndexed();
      index.make();
      return question.get();
    }
  }

  private void catchUp() {
    for (int page = 0; page < MOST_PAGES; page++) {
      List<StandingOrder> late = allocations.unindexed(PAGE);
      if (late.isEmpty()) {
        return;
      }
      put(late);
    }
    throw new IndexUnavailable("the index of standing orders is not filled yet");
  }

  private void put(List<StandingOrder> late) {
    Set<StandingOrderId> refused = index.put(late);
    allocations.indexed(late.stream().filter(order -> !refused.contains(order.id())).toList());
    if (!refused.isEmpty()) {
      allocations.refused(late.stream().filter(order -> refused.contains(order.id())).toList());
      LOG.atError().addKeyValue("orders", refused).log("the index refuses standing orders");
    }
  }
}
