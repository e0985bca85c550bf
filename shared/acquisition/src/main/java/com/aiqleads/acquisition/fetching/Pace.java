package com.aiqleads.acquisition.fetching;

import java.time.Duration;

/// How fast a site may be asked, by all functions together.
///
/// @param interval the least time from one request to the next
/// @param firstDelay the time between the first requests, while nobody knows how the site bears
///     them
/// @param maxInFlight how many requests may be under way at once
/// @param coolOff how long a site that was given up is left alone; twice as long each time again
public record Pace(Duration interval, Duration firstDelay, int maxInFlight, Duration coolOff) {

  /// Whatever the site is like, its turns are no further apart than this, unless its policy or
  /// its robots file asks for more.
  public static final Duration MAX_DELAY = Duration.ofSeconds(60);

  private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
  private static final int IN_FLIGHT = 2;
  private static final Duration COOL_OFF = Duration.ofMinutes(15);

  public Pace {
    if (!interval.isPositive() || maxInFlight < 1 || !coolOff.isPositive()) {
      throw new IllegalArgumentException("a pace needs an interval, a request and a cool-off > 0");
    }
    firstDelay = longer(firstDelay, interval);
  }

  public static Pace of(Duration interval) {
    return new Pace(interval, FIRST_DELAY, IN_FLIGHT, COOL_OFF);
  }

  /// Not faster than a robots file asks for.
  Pace atLeast(Duration crawlDelay) {
    return new Pace(longer(interval, crawlDelay), firstDelay, maxInFlight, coolOff);
  }

  /// The delay after an answer that took so long: AutoThrottle, as Scrapy has it. Half way to
  /// what keeps `maxInFlight` requests under way; at once if that is slower.
  Duration adapted(Duration delay, Duration latency) {
    Duration target = latency.dividedBy(maxInFlight);
    Duration between = delay.plus(target).dividedBy(2);
    return bounded(longer(target, between));
  }

  Duration bounded(Duration delay) {
    Duration highest = longer(MAX_DELAY, interval);
    return longer(delay.compareTo(highest) > 0 ? highest : delay, interval);
  }

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
