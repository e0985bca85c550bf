package com.aiqleads.platform;

import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryIdentities implements Identities {

  private final Map<Identity, UserId> people = new ConcurrentHashMap<>();

  @Override
  public Optional<UserId> find(Identity identity) {
    return Optional.ofNullable(people.get(identity));
  }

  @Override
  public boolean link(Identity identity, UserId user, Instant at) {
    return people.putIfAbsent(identity, user) == null;
  }
}
