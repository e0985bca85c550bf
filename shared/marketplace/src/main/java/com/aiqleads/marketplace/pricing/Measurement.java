package com.aiqleads.marketplace.pricing;

import com.aiqleads.marketplace.pricing.Shelf.Activity;
import com.aiqleads.marketplace.pricing.Shelf.Measured;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// What all segments together say of each, of one measurement.
public record Measurement(Map<Segment, Activity> activity, Map<Segment, Long> looks) {

  public Measurement {
    activity = Map.copyOf(activity);
    looks = Map.copyOf(looks);
  }

  /// How much of what they look at buyers usually take; as before if too few have looked.
  public OptionalLong usual(OptionalLong before) {
    long all = looks.values().stream().mapToLong(Long::longValue).sum();
    if (all < Response.FEWEST_LOOKS_OF_ALL) {
      return before;
    }
    long bought = activity.values().stream().mapToLong(Activity::boughtHundredths).sum();
    long taken = Response.taken(all, bought);
    return OptionalLong.of(before.isEmpty() ? taken : Response.usual(before.getAsLong(), taken));
  }

  public Map<Segment, Measured> measured(OptionalLong usual) {
    Map<Segment, Measured> measured = new HashMap<>();
    activity.forEach(
        (segment, done) -> {
          long seen = looks.getOrDefault(segment, 0L);
          long response = response(done, seen, usual);
          measured.put(segment, new Measured(done.onSale(), Demand.of(done, seen), response));
        });
    return measured;
  }

  private static long response(Activity done, long seen, OptionalLong usual) {
    return usual.isEmpty() || seen < Response.FEWEST_LOOKS
        ? done.response()
        : Response.next(
            done.response(), Response.taken(seen, done.boughtHundredths()), usual.getAsLong());
  }
}
