package com.aiqleads.acquisition.fetching;

import java.time.Duration;

/// One clock per site for all functions together. If it cannot be asked it throws, and nothing is
/// fetched.
public interface FetchLimiter {

  Grant ask(String site, Duration interval);

  /// Lets nobody start before the pause is over.
  void holdOff(String site, Duration pause);
}
