package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.Grant;
import com.aiqleads.lambda.Metrics;
import java.time.Duration;

/// Counts how often a site's turn was given or had to be waited for, and how often it asked for a
/// pause.
record CountedTurns(FetchLimiter limiter, Metrics metrics) implements FetchLimiter {

  @Override
  public Grant ask(String site, Duration interval) {
    Grant grant = limiter.ask(site, interval);
    metrics.count("turns", site, grant instanceof Grant.Granted ? "granted" : "wait");
    return grant;
  }

  @Override
  public void holdOff(String site, Duration pause) {
    limiter.holdOff(site, pause);
    metrics.count("turns", site, "pause");
  }
}
