package com.aiqleads.marketplace.orders;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.holds.HoldId;
import java.util.List;
import java.util.stream.Stream;

/// What somebody buys for a team, and for how much as far as that person has seen.
public record Checkout(OrderId order, UserId buyer, List<HoldId> holds, Money expected) {

  public static final int MOST = 100;

  /// A hold is bought once, so the same holds are the same order, whoever asks how often.
  public static Checkout of(TeamId team, UserId buyer, List<HoldId> holds, Money expected) {
    Stream<String> texts = holds.stream().map(HoldId::text).sorted();
    String[] parts = Stream.concat(Stream.of("order", team.text()), texts).toArray(String[]::new);
    return new Checkout(new OrderId(Ids.derived(parts)), buyer, holds, expected);
  }

  public Checkout {
    holds = List.copyOf(holds);
    if (holds.isEmpty() || holds.size() > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " holds, not " + holds.size());
    }
    if (holds.stream().distinct().count() < holds.size()) {
      throw new IllegalArgumentException("a hold is bought twice");
    }
  }
}
