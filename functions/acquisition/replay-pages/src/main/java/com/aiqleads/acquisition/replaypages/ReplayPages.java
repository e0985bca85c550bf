package com.aiqleads.acquisition.replaypages;

import com.aiqleads.acquisition.fetching.Snapshots;
import com.aiqleads.acquisition.parsing.PageParsers;
import com.aiqleads.acquisition.replaying.KeptReadings;
import com.aiqleads.acquisition.replaying.Replay;
import com.aiqleads.acquisition.replaying.ReplayReport;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/// Answers with what it found until the range, the pages or the time ran out.
@Singleton
final class ReplayPages {

  /// Well before the function is ended.
  private static final Duration TIME = Duration.ofMinutes(9);

  private final Replay replay;
  private final InstantSource clock;

  ReplayPages(
      KeptReadings readings, Snapshots snapshots, PageParsers parsers, InstantSource clock) {
    this.replay = new Replay(readings, snapshots, parsers, clock);
    this.clock = clock;
  }

  ReplayView run(ReplayRequest asked) {
    ReplayReport report =
        replay.run(asked.question(), asked.pages(), clock.instant().plus(TIME), asked.goOnAfter());
    return ReplayView.of(report, Boolean.TRUE.equals(asked.personal()));
  }
}
