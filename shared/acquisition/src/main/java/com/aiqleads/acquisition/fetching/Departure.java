package com.aiqleads.acquisition.fetching;

import java.time.Duration;

/// The moment at which a request may leave.
public interface Departure {

  /// So often whoever awaits an answer says that he still does.
  Duration PULSE = Duration.ofSeconds(3);

  /// Waits for it; false if it has passed, or was taken back: then nothing may be sent.
  boolean awaited();

  /// Nothing of the request is held back any more.
  void left();

  /// No whole answer is there yet. Throws if others may count on its place at the site: then it
  /// has to be broken off.
  void underWay();
}
