package com.aiqleads.platform;

import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/// Secrets that a letter carried to a person; each is good once, for one purpose and not for long.
public interface MailTokens {

  void add(RandomSecret secret, MailKind kind, UserId user, Instant expiresAt);

  /// Uses nothing up.
  boolean isGood(RandomSecret secret, MailKind kind, Instant now);

  /// Uses it up, together with all others of the same person and purpose.
  Optional<UserId> use(RandomSecret secret, MailKind kind, Instant now);

  /// The same, if it was written to this person. False, and nothing used up, if not.
  boolean use(RandomSecret secret, MailKind kind, UserId user, Instant now);
}
