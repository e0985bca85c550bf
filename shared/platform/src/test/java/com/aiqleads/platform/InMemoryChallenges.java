package com.aiqleads.platform;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryChallenges implements Challenges {

  private final Map<String, SessionStart> starts = new ConcurrentHashMap<>();

  @Override
  public void add(RandomSecret challenge, SessionStart start) {
    starts.put(challenge.fingerprint(), start);
  }

  @Override
  public Optional<SessionStart> find(RandomSecret challenge, Instant now) {
    return Optional.ofNullable(starts.get(challenge.fingerprint()))
        .filter(start -> now.isBefore(start.at().plus(LIFETIME)));
  }

  @Override
  public boolean use(RandomSecret challenge) {
    return starts.remove(challenge.fingerprint()) != null;
  }
}
