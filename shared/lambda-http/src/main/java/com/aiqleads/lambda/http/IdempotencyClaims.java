package com.aiqleads.lambda.http;

import java.time.Duration;

/// Who has claimed which key, and what the answer was.
interface IdempotencyClaims {

  /// What the claiming of a key came to.
  sealed interface Claim {

    /// Ours: go on.
    record Won() implements Claim {}

    /// Somebody is at it.
    record InProgress() implements Claim {}

    /// The same key came with another body.
    record OtherRequest() implements Claim {}

    /// Done before; this was the answer.
    record Answered(StoredAnswer answer) implements Claim {}
  }

  /// An answer to give again.
  record StoredAnswer(int status, String contentType, String location, String body) {}

  /// Takes the key for so long, unless it is taken.
  Claim claim(String key, String fingerprint, Duration lock);

  void store(String key, StoredAnswer answer);

  /// Nothing happened under the key; it may be claimed again.
  void release(String key);
}
