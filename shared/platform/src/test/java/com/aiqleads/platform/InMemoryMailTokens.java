package com.aiqleads.platform;

import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public final class InMemoryMailTokens implements MailTokens {

  private record Kept(MailKind kind, UserId user, Instant expiresAt) {}

  private final Map<String, Kept> tokens = new HashMap<>();

  @Override
  public synchronized void add(RandomSecret secret, MailKind kind, UserId user, Instant expiresAt) {
    tokens.put(secret.fingerprint(), new Kept(kind, user, expiresAt));
  }

  @Override
  public synchronized Optional<UserId> use(RandomSecret secret, MailKind kind, Instant now) {
    Optional<UserId> user = good(secret, kind, now);
    user.ifPresent(
        found ->
            tokens.values().removeIf(token -> token.kind() == kind && token.user().equals(found)));
    return user;
  }

  @Override
  public synchronized boolean use(RandomSecret secret, MailKind kind, UserId user, Instant now) {
    return good(secret, kind, now).filter(user::equals).isPresent()
        && use(secret, kind, now).isPresent();
  }

  @Override
  public synchronized boolean isGood(RandomSecret secret, MailKind kind, Instant now) {
    return good(secret, kind, now).isPresent();
  }

  private Optional<UserId> good(RandomSecret secret, MailKind kind, Instant now) {
    return Optional.ofNullable(tokens.get(secret.fingerprint()))
        .filter(token -> token.kind() == kind && now.isBefore(token.expiresAt()))
        .map(Kept::user);
  }

  public int count() {
    return tokens.size();
  }
}
