package com.aiqleads.acquisition.hiring;

import com.aiqleads.kernel.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a job pays, as far as it is said: never converted to another currency or interval.
///
/// @param interval for how long a work the amounts are paid; null where the page does not say
/// @param text as the page writes it
public record Salary(
    @Nullable Money min, @Nullable Money max, @Nullable Interval interval, String text) {

  public enum Interval {
    YEARLY,
    MONTHLY,
    WEEKLY,
    DAILY,
    HOURLY;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Salary {
    if (min == null && max == null) {
      throw new IllegalArgumentException("a salary says at least one amount");
    }
    if (min != null && max != null && min.compareTo(max) > 0) {
      throw new IllegalArgumentException("a salary goes from the lower amount to the higher");
    }
  }
}
