package com.aiqleads.acquisition.fetching;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Crawls that end with the process.
public final class InMemoryCrawls implements Crawls {

  private final Map<Target, Crawl> crawls = new HashMap<>();

  @Override
  public synchronized Optional<Crawl> find(Target target) {
    return Optional.ofNullable(crawls.get(target));
  }

  @Override
  public synchronized void save(Crawl crawl) {
    crawls.put(crawl.target(), crawl);
  }
}
