package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.SourcePolicy;
import java.time.Duration;
import java.util.List;

/// What one function crawls.
public record Sources(List<SourcePolicy> policies, List<Market> markets, Duration revisitAfter) {

  public Sources {
    policies = List.copyOf(policies);
    markets = List.copyOf(markets);
  }

  public SourcePolicy policy(String source) {
    return policies.stream()
        .filter(policy -> policy.source().equals(source))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no policy is given for the source " + source));
  }
}
