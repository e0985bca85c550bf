package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/// What a period costs with all that happened in it, computed from the beginning each time. What is
/// billed is what that differs by from what was billed, so that no rounding ever adds up.
public final class Charges {

  private Charges() {}

  /// Each plan for as long as it was had, rounded once. The first step begins with the period.
  public static Money price(Period period, List<Step> steps) {
    return due(period, steps, Step::price);
  }

  public static Money credits(Period period, List<Step> steps) {
    return due(period, steps, Step::credits);
  }

  private static Money due(Period period, List<Step> steps, Function<Step, Money> part) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int place = 0; place < steps.size(); place++) {
      Step step = steps.get(place);
      Instant until = place + 1 < steps.size() ? steps.get(place + 1).from() : period.until();
      sum = sum.add(times(part.apply(step).minorUnits(), step.from(), until));
    }
    BigDecimal whole = times(1, period.from(), period.until());
    return new Money(
        sum.divide(whole, 0, RoundingMode.HALF_EVEN).longValueExact(),
        part.apply(steps.getFirst()).currency());
  }

  private static BigDecimal times(long amount, Instant from, Instant until) {
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(ChronoUnit.MICROS.between(from, until)));
  }
}
