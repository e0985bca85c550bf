package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.time.Instant;

/// How long a page has been known, and how long it will be there: what decides how soon a look at
/// it is worth a request. New advertisements change and go most, old ones hardly.
///
/// @param since its first visit; [Instant#EPOCH] before that
/// @param until when its site will take it down; [Instant#MAX] if it did not say
public record Life(Instant since, Instant until) {

  public static final Life UNSEEN = new Life(Instant.EPOCH, Instant.MAX);

  private static final Duration AFTER_ITS_END = Duration.ofMinutes(5);

  /// Until an age a page is visited after between so many and so many times the usual interval; the
  /// more visits in a row brought nothing new, the later.
  private enum Stage {
    FRESH(Duration.ofDays(2), 1, 4),
    YOUNG(Duration.ofDays(7), 2, 8),
    GROWN(Duration.ofDays(30), 4, 16),
    OLD(Duration.ofDays(Integer.MAX_VALUE), 8, 32);

    private final Duration until;
    private final int least;
    private final int most;

    Stage(Duration until, int least, int most) {
      this.until = until;
      this.least = least;
      this.most = most;
    }

    private static Stage at(Duration age) {
      for (Stage stage : values()) {
        if (age.compareTo(stage.until) < 0) {
          return stage;
        }
      }
      return OLD;
    }
  }

  Life seen(Instant now) {
    return since.equals(Instant.EPOCH) ? new Life(now, until) : this;
  }

  public Life endingAt(Instant time) {
    return new Life(since, time);
  }

  /// When to look again after a look now; not long after its end, should that come first.
  Instant next(Instant now, Duration revisitAfter, int unchangedVisits) {
    Stage stage = Stage.at(Duration.between(since, now));
    long doubled = 1L << Math.min(unchangedVisits, Integer.SIZE - 2);
    Instant usual =
        now.plus(revisitAfter.multipliedBy(Math.clamp(doubled, stage.least, stage.most)));
    boolean endsFirst = until.isAfter(now) && until.isBefore(usual);
    return endsFirst ? until.plus(AFTER_ITS_END) : usual;
  }
}
