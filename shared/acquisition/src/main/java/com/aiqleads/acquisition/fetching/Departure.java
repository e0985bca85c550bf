package com.aiqleads.acquisition.fetching;

/// The moment at which a request may leave.
public interface Departure {

  /// Waits for it; false if it has passed, or was taken back: then nothing may be sent.
  boolean awaited();

  /// Nothing of the request is held back any more.
  void left();
}
