package com.aiqleads.platform;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryPendingLinks implements PendingLinks {

  private final Map<String, PendingLink> links = new ConcurrentHashMap<>();

  @Override
  public void add(RandomSecret secret, PendingLink link) {
    links.put(secret.fingerprint(), link);
  }

  @Override
  public Optional<PendingLink> find(RandomSecret secret, Instant now) {
    return Optional.ofNullable(links.get(secret.fingerprint()))
        .filter(link -> now.isBefore(link.at().plus(LIFETIME)));
  }

  @Override
  public boolean use(RandomSecret secret) {
    return links.remove(secret.fingerprint()) != null;
  }
}
