package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.Grace;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import java.time.Duration;
import java.util.List;

/// What one function crawls.
///
/// @param revisitAfter the interval from one visit of a new listing to the next
public record Sources(
    List<SourcePolicy> policies, List<Market> markets, Duration revisitAfter, Grace grace) {

  public Sources {
    policies = List.copyOf(policies);
    markets = List.copyOf(markets);
  }

  public Sources(List<SourcePolicy> policies, List<Market> markets, Duration revisitAfter) {
    this(policies, markets, revisitAfter, Grace.USUAL);
  }

  public SourcePolicy policy(String source) {
    return policies.stream()
        .filter(policy -> policy.source().equals(source))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no policy is given for the source " + source));
  }
}
