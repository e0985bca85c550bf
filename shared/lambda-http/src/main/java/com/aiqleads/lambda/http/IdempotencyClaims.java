package com.aiqleads.lambda.http;

import java.time.Duration;
import java.time.Instant;

/// Who has claimed which key, and what the answer was.
interface IdempotencyClaims {

  /// What the claiming of a key came to.
  sealed interface Claim {

    /// Ours until then: go on.
    record Won(Instant lockedUntil) implements Claim {}

    /// Somebody is at it.
    record InProgress() implements Claim {}

    /// The same key came with another body.
    record OtherRequest() implements Claim {}

    /// Done before; this was the answer.
    record Answered(StoredAnswer answer) implements Claim {}
  }

  /// An answer to give again.
  record StoredAnswer(int status, String contentType, String location, String body) {

    StoredAnswer with(String otherBody) {
      return new StoredAnswer(status, contentType, location, otherBody);
    }
  }

  /// Takes the key for so long, unless it is taken.
  Claim claim(String key, String fingerprint, Duration lock);

  /// Does nothing if the lock ran out and the key is somebody else's by now.
  void store(String key, Instant lockedUntil, StoredAnswer answer);

  /// Nothing happened under the key; it may be claimed again. Does nothing if it is somebody else's
  /// by now.
  void release(String key, Instant lockedUntil);
}
