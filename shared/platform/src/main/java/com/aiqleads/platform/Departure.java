package com.aiqleads.platform;

import java.time.Instant;

/// Somebody whom we have sent to a provider and expect back.
///
/// @param browser the fingerprint of what the browser that left keeps; no other may come back
/// @param nonce stands in the token that is made for this journey, and in no other
/// @param verifier shows the provider that whoever redeems the code is who asked for it
public record Departure(
    ProviderId provider, String browser, RandomSecret nonce, RandomSecret verifier, Instant at) {

  /// For now, with secrets that nobody has seen.
  public static Departure to(ProviderId provider, RandomSecret browser, Instant now) {
    return new Departure(
        provider, browser.fingerprint(), RandomSecret.next(), RandomSecret.next(), now);
  }

  @Override
  public String toString() {
    return "Departure[" + provider + "]";
  }
}
