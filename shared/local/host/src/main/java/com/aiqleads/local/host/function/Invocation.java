package com.aiqleads.local.host.function;

import java.time.Instant;
import java.util.UUID;

/// One call of a function.
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; nobody compares them
public record Invocation(String requestId, byte[] payload, Instant deadline) {

  static Invocation of(byte[] payload, Instant deadline) {
    return new Invocation(UUID.randomUUID().toString(), payload, deadline);
  }
}
