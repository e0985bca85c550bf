package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.SaleMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a team wants its standing order to do.
///
/// @param limit what a lead may cost at most; who buys has one
/// @param caps how much the order buys in a span, besides the limits of the team
/// @param until it does nothing from then on
public record Terms(
    String name,
    BuyBox box,
    Act act,
    SaleMode mode,
    Optional<Money> limit,
    List<Limit> caps,
    Channel channel,
    Optional<Instant> until) {

  public static final int MOST_CHARACTERS = 80;

  public Terms {
    caps = List.copyOf(caps);
    if (name.isBlank() || name.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("no name of a standing order");
    }
    if (act == Act.BUY && limit.isEmpty()) {
      throw new IllegalArgumentException("who buys says for how much at most");
    }
    if (limit.filter(Money::isNegative).isPresent()) {
      throw new IllegalArgumentException("a limit is not negative");
    }
    if (caps.stream().map(Limit::span).distinct().count() < caps.size()) {
      throw new IllegalArgumentException("two caps of one span");
    }
  }

  public boolean isOverAt(Instant moment) {
    return until.filter(end -> !end.isAfter(moment)).isPresent();
  }

  /// The rule that the index follows, too.
  public boolean wants(Arrival arrival) {
    return box.filter().matches(arrival.lead()) && isAffordable(arrival);
  }

  boolean isAffordable(Arrival arrival) {
    return limit.isEmpty() || arrival.price(mode).compareTo(limit.orElseThrow()) <= 0;
  }

  /// Whoever wants something else, or pays something else, goes to the end of the line; a name, a
  /// cap or a channel costs no place.
  boolean keepsItsPlace(Terms other) {
    return box.search().equals(other.box.search())
        && act == other.act
        && mode == other.mode
        && limit.equals(other.limit);
  }
}
