package com.aiqleads.platform;

import java.time.Duration;
import java.time.Instant;

/// When a key of tokens is replaced. Verifiers keep what they read for up to two hours, and must
/// know a key before the first token that it signs; tokens live for fifteen minutes, and signers
/// may not notice a promotion for five.
public final class KeyRotation {

  public static final Duration EVERY = Duration.ofDays(90);

  /// The gateway's two hours, and the life of a token.
  public static final Duration KNOWN_BEFORE_USE = Duration.ofHours(2).plus(AccessClaims.LIFETIME);

  /// The five minutes of signers, the life of a token, and as much again.
  public static final Duration KNOWN_AFTER_USE = Duration.ofMinutes(40);

  public enum Step {
    NOTHING,
    MAKE_NEXT,
    PROMOTE,
    RETIRE
  }

  private KeyRotation() {}

  /// One step at a time.
  ///
  /// @param publication of all these keys: until they are published, nothing happens
  public static Step next(SigningKeys keys, Publication publication, Instant now) {
    if (keys.isBetween()) {
      return Step.PROMOTE;
    }
    if (keys.previous().isPresent()) {
      return isOver(lastUse(keys), KNOWN_AFTER_USE, now) ? Step.RETIRE : Step.NOTHING;
    }
    if (keys.next().isPresent()) {
      return isKnown(keys.next().orElseThrow(), publication, now) ? Step.PROMOTE : Step.NOTHING;
    }
    return isOver(keys.current().since(), EVERY, now) ? Step.MAKE_NEXT : Step.NOTHING;
  }

  /// A promotion that was finished late moved the alias later than it made the previous key one.
  private static Instant lastUse(SigningKeys keys) {
    Instant previous = keys.previous().orElseThrow().since();
    Instant current = keys.current().since();
    return current.isAfter(previous) ? current : previous;
  }

  private static boolean isKnown(SigningKeys.ServiceKey key, Publication publication, Instant now) {
    return publication.keyIds().contains(key.publicHalf().id())
        && isOver(publication.since(), KNOWN_BEFORE_USE, now);
  }

  private static boolean isOver(Instant since, Duration span, Instant now) {
    return !now.isBefore(since.plus(span));
  }
}
