package com.aiqleads.acquisition.fetching;

import com.aiqleads.acquisition.fetching.Breaker.Cause;
import java.time.Instant;

/// What the circuit breakers of sites tell whoever watches them.
public interface BreakerLog {

  void opened(String site, Cause cause, Instant until);

  void closed(String site);
}
