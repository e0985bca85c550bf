package com.aiqleads.platform;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The keys of tokens and what each is for: one signs, the next one is known already, and tokens of
/// the one before may still be about.
public record SigningKeys(
    ServiceKey current, Optional<ServiceKey> next, Optional<ServiceKey> previous) {

  /// A key of the key service.
  ///
  /// @param publicHalf what verifiers know it by
  /// @param since when it became what it is
  public record ServiceKey(String id, TokenKey publicHalf, Instant since) {}

  /// A promotion that was interrupted: two roles name one key.
  public boolean isBetween() {
    return Stream.concat(next.stream(), previous.stream())
        .anyMatch(key -> key.id().equals(current.id()));
  }

  /// What verifiers should know, the one that signs first.
  public Stream<TokenKey> published() {
    return Stream.of(Optional.of(current), next, previous)
        .flatMap(Optional::stream)
        .map(ServiceKey::publicHalf)
        .distinct();
  }
}
