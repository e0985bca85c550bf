package com.aiqleads.manifest;

import java.time.Duration;
import java.util.List;

/// What scripts of other origins may do with the HTTP API (CORS). The gateway answers for it, not
/// the functions: the deployed one and the local one read this. Our own console needs none of it.
///
/// @param origins from which a browser's script may call; none means that there is no CORS at all
public record BrowserAccess(List<String> origins) {

  public static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /// What such a script may send besides what every form could.
  public static final List<String> REQUEST_HEADERS =
      List.of(
          "authorization", "content-type", "idempotency-key", "traceparent", "x-correlation-id");

  /// What such a script may read.
  public static final List<String> ANSWER_HEADERS =
      List.of(
          "idempotent-replayed",
          "location",
          "ratelimit",
          "ratelimit-policy",
          "retry-after",
          "x-correlation-id");

  /// How long a browser believes what it was told.
  public static final Duration MAX_AGE = Duration.ofMinutes(10);

  public BrowserAccess {
    origins = List.copyOf(origins);
  }

  /// Of all contexts together, as the stage allows it.
  public static BrowserAccess of(Repository repository, String stage) {
    return new BrowserAccess(
        repository.contexts().stream()
            .flatMap(it -> it.browserOrigins().getOrDefault(stage, List.of()).stream())
            .distinct()
            .sorted()
            .toList());
  }
}
