package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.acquisition.fetching.SourcePolicy;
import java.time.Duration;
import java.util.List;

/// What this function crawls.
record Sources(List<SourcePolicy> policies, List<Market> markets, Duration revisitAfter) {

  Sources {
    policies = List.copyOf(policies);
    markets = List.copyOf(markets);
  }

  SourcePolicy policy(String source) {
    return policies.stream()
        .filter(policy -> policy.source().equals(source))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("sources.json lacks the source " + source));
  }
}
