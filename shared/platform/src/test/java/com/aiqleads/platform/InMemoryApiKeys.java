package com.aiqleads.platform;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemoryApiKeys implements ApiKeys {

  private record Kept(ApiKey key, String digest, String previous, Instant previousUntil) {

    boolean opensWith(String presented, Instant now) {
      return digest.equals(presented)
          || (previous.equals(presented) && now.isBefore(previousUntil));
    }
  }

  private final Map<ApiKeyId, Kept> keys = new LinkedHashMap<>();
  private final Map<ApiKeyId, SessionOwner> makers = new HashMap<>();

  @Override
  public synchronized boolean add(ApiKey key, RandomSecret secret) {
    boolean fits = of(key.team(), key.createdAt()).size() < ApiKey.MOST_OF_A_TEAM;
    if (fits) {
      keys.put(key.id(), new Kept(key, secret.fingerprint(), "", Instant.EPOCH));
      makers.put(key.id(), new SessionOwner(key.maker(), key.team()));
    }
    return fits;
  }

  @Override
  public synchronized List<ApiKey> of(TeamId team, Instant now) {
    return keys.values().stream()
        .map(Kept::key)
        .filter(key -> key.team().equals(team) && now.isBefore(key.expiresAt()))
        .sorted(Comparator.comparing(ApiKey::createdAt).reversed())
        .toList();
  }

  @Override
  public Optional<ApiKey> find(TeamId team, ApiKeyId id, Instant now) {
    return of(team, now).stream().filter(key -> key.id().equals(id)).findFirst();
  }

  @Override
  public synchronized boolean rotate(
      TeamId team, ApiKeyId id, RandomSecret next, Instant now, Instant graceEnd) {
    Optional<ApiKey> found = find(team, id, now);
    found.ifPresent(
        key ->
            keys.computeIfPresent(
                id, (_, kept) -> new Kept(key, next.fingerprint(), kept.digest(), graceEnd)));
    return found.isPresent();
  }

  @Override
  public synchronized boolean revoke(TeamId team, ApiKeyId id, Instant now) {
    Optional<ApiKey> found = find(team, id, now);
    found.ifPresent(key -> keys.remove(key.id()));
    return found.isPresent();
  }

  @Override
  public synchronized List<ApiKeyId> revokeAll(TeamId team, UserId maker, Instant now) {
    List<ApiKeyId> made =
        keys.values().stream()
            .map(Kept::key)
            .filter(key -> key.team().equals(team) && key.maker().equals(maker))
            .map(ApiKey::id)
            .toList();
    made.forEach(keys::remove);
    return made;
  }

  @Override
  public synchronized Optional<SessionOwner> maker(ApiKeyId key) {
    return Optional.ofNullable(makers.get(key));
  }

  @Override
  public synchronized Optional<ApiKey> use(ApiKeySecret presented, Instant now) {
    Optional<Kept> opened =
        Optional.ofNullable(keys.get(presented.id()))
            .filter(kept -> now.isBefore(kept.key().expiresAt()))
            .filter(kept -> kept.opensWith(presented.secret().fingerprint(), now));
    opened.ifPresent(
        kept ->
            keys.put(
                presented.id(),
                new Kept(
                    used(kept.key(), now), kept.digest(), kept.previous(), kept.previousUntil())));
    return opened.map(kept -> used(kept.key(), now));
  }

  private static ApiKey used(ApiKey key, Instant now) {
    return new ApiKey(
        key.id(),
        key.team(),
        key.maker(),
        key.name(),
        key.scopes(),
        key.createdAt(),
        key.expiresAt(),
        Optional.of(now));
  }
}
