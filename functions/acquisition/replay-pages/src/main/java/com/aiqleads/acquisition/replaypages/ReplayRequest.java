package com.aiqleads.acquisition.replaypages;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.replaying.Range;
import com.aiqleads.acquisition.replaying.Replay;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What an operator asks for.
///
/// @param from when the first page was fetched, such as `2026-11-20T00:00:00Z`
/// @param to what was fetched from then on is left
/// @param before a version of the parser; what read the pages before the other, if not said
/// @param after the other version; the one at hand, if not said
/// @param keep whether what the one at hand reads is kept
/// @param personal whether to show what may name or reach a person
/// @param goOnAfter the `next` of an earlier answer
@Serdeable
record ReplayRequest(
    @Nullable String source,
    @Nullable String market,
    @Nullable String from,
    @Nullable String to,
    @Nullable String before,
    @Nullable String after,
    @Nullable Boolean keep,
    @Nullable Boolean personal,
    @Nullable Integer maxPages,
    @Nullable String goOnAfter) {

  private static final int USUAL_PAGES = 1_000;
  private static final int MOST_PAGES = 100_000;

  int pages() {
    int pages = maxPages == null ? USUAL_PAGES : maxPages;
    if (pages < 1 || pages > MOST_PAGES) {
      throw new IllegalArgumentException("maxPages must be 1 to " + MOST_PAGES);
    }
    return pages;
  }

  Replay.Question question() {
    Range range = new Range(known(), market, time("from", from), time("to", to));
    return new Replay.Question(range, before, after, Boolean.TRUE.equals(keep));
  }

  private Source known() {
    return Source.find(source == null ? "" : source)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "source must be one of "
                        + Arrays.stream(Source.values()).map(Source::id).toList()));
  }

  private static Instant time(String name, @Nullable String value) {
    try {
      return Instant.parse(value == null ? "" : value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name + " must be a moment such as 2026-11-20T00:00:00Z", e);
    }
  }
}
