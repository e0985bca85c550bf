package com.aiqleads.marketplace.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;

/// Asks the index; while that is built anew or cannot be reached, the database, which knows the
/// same and is slower.
public final class SearchWithFallback {
  /// How long an index that failed is left alone.
  static final Duration REST = Duration.ofSeconds(5);

  /// How long an answer to whether a rebuild runs is believed.
  static final Duration BELIEVED = Duration.ofSeconds(1);

  /// Who answered.
  public enum Source {
    INDEX,
    DATABASE
  }

  public record Answer<T>(T content, Source source) {}

  private final LeadSearch index;
  private final LeadSearch database;
  private final Rebuilds rebuilds;
  private final InstantSource clock;
  private final Consumer<IndexUnavailable> notice;

  private volatile Instant restsUntil = Instant.MIN;
  private volatile Instant askAgainAt = Instant.MIN;
  private volatile boolean rebuilding;

  public SearchWithFallback(
      LeadSearch index,
      LeadSearch database,
      Rebuilds rebuilds,
      InstantSource clock,
      Consumer<IndexUnavailable> notice) {
    this.notice = notice;
    this.index = index;
    this.database = database;
    this.rebuilds = rebuilds;
    this.clock = clock;
  }

  public Answer<Found> find(LeadQuery query) {
    return ask(search -> search.find(query));
  }

  public Answer<LeadMap> map(MapQuery query) {
    return ask(search -> search.map(query));
  }

  private <T> Answer<T> ask(Function<LeadSearch, T> question) {
    Instant now = clock.instant();
    if (!now.isBefore(restsUntil) && !isRebuilding(now)) {
      try {
        return new Answer<>(question.apply(index), Source.INDEX);
      } catch (IndexUnavailable e) {
        restsUntil = now.plus(REST);
        notice.accept(e);
      }
    }
    return new Answer<>(question.apply(database), Source.DATABASE);
  }

  private boolean isRebuilding(Instant now) {
    if (!now.isBefore(askAgainAt)) {
      rebuilding = rebuilds.inProgress();
      askAgainAt = now.plus(BELIEVED);
    }
    return rebuilding;
  }
}
