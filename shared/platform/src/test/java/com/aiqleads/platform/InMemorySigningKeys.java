package com.aiqleads.platform;

import com.aiqleads.platform.SigningKeys.ServiceKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Deals public halves out of a list; making real ones takes time.
public final class InMemorySigningKeys implements SigningKeyStore {

  private final InstantSource clock;
  private final Iterator<TokenKey> dealt;
  private ServiceKey current;
  private Optional<ServiceKey> next = Optional.empty();
  private Optional<ServiceKey> previous = Optional.empty();

  public InMemorySigningKeys(InstantSource clock, List<TokenKey> keys) {
    this.clock = clock;
    this.dealt = keys.iterator();
    this.current = newKey(clock.instant());
  }

  @Override
  public SigningKeys read() {
    return new SigningKeys(current, next, previous);
  }

  @Override
  public void makeNext() {
    next = Optional.of(newKey(clock.instant()));
  }

  @Override
  public void promote(SigningKeys keys) {
    previous = Optional.of(since(current));
    current = since(next.orElseThrow());
    next = Optional.empty();
  }

  @Override
  public void retire(SigningKeys keys) {
    previous = Optional.empty();
  }

  private ServiceKey newKey(Instant at) {
    return new ServiceKey(UUID.randomUUID().toString(), dealt.next(), at);
  }

  private ServiceKey since(ServiceKey key) {
    return new ServiceKey(key.id(), key.publicHalf(), clock.instant());
  }
}
