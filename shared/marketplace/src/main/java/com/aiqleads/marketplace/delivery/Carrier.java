package com.aiqleads.marketplace.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Brings something to an address that a team has named.
public interface Carrier {

  Answer carry(URI address, Map<String, String> headers, String body);

  /// What came of it.
  sealed interface Answer {

    /// A whole answer.
    ///
    /// @param comeBack when the server wants to be asked again
    record Status(int code, Optional<Duration> comeBack) implements Answer {}

    /// No answer of HTTP, and why, in words for the team.
    record None(String reason) implements Answer {}
  }
}
