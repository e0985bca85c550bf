package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.validation.ValidationCache;
import com.aiqleads.lambda.Metrics;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts how often the cache knew the answer, and stands in front of its failures: without it,
/// everything is only asked more often.
record CountedCache(ValidationCache cache, Metrics metrics) implements ValidationCache {

  private static final Logger LOG = LoggerFactory.getLogger(CountedCache.class);

  @Override
  public Optional<String> find(Kind kind, String subject) {
    try {
      Optional<String> found = cache.find(kind, subject);
      metrics.count("validation_cache", kind.id(), found.isPresent() ? "hit" : "miss");
      return found;
    } catch (RuntimeException failure) {
      failed(kind, failure);
      return Optional.empty();
    }
  }

  @Override
  public void keep(Kind kind, String subject, String answer, Duration howLong) {
    try {
      cache.keep(kind, subject, answer, howLong);
    } catch (RuntimeException failure) {
      failed(kind, failure);
    }
  }

  private void failed(Kind kind, RuntimeException failure) {
    metrics.count("validation_cache", kind.id(), "failed");
    LOG.warn("the validation cache failed: {}", failure.getClass().getSimpleName());
  }
}
