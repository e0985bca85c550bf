package com.aiqleads.acquisition.replaying;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was read of each stored page, by each version of its parser that has read it; as long as
/// the page itself is kept.
public interface KeptReadings {

  /// The same version reads a page once; a repeat changes nothing.
  void keep(KeptReading reading);

  /// The pages of a range, market by market and by time.
  ///
  /// @param after the place of the last page that is not wanted any more; null to begin
  Stream<ReadPage> in(Range range, @Nullable String after);
}
