package com.aiqleads.platform.signin.openid;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// What providers publish about themselves, kept for an hour in this instance. A provider that
/// fails is left alone for ten seconds, and whoever asks meanwhile is told at once.
@Singleton
final class Descriptions {

  static final Duration KEPT_FOR = Duration.ofHours(1);
  static final Duration LEFT_ALONE_FOR = Duration.ofSeconds(10);

  private static final String PATH = "/.well-known/openid-configuration";

  private final ProviderHttp http;
  private final Addresses addresses;
  private final InstantSource clock;
  private final Map<String, Kept> kept = new HashMap<>();

  Descriptions(ProviderHttp http, Addresses addresses, InstantSource clock) {
    this.http = http;
    this.addresses = addresses;
    this.clock = clock;
  }

  private sealed interface Kept {
    Instant until();
  }

  private record Known(Description description, Instant until) implements Kept {}

  private record Failed(IOException failure, Instant until) implements Kept {}

  /// One at a time: an instance serves one request, and priming is no exception.
  synchronized Description of(Provider provider) throws IOException {
    Instant now = clock.instant();
    Kept known = kept.get(provider.issuer());
    if (known == null || !now.isBefore(known.until())) {
      known = ask(provider.issuer(), now);
      kept.put(provider.issuer(), known);
    }
    return switch (known) {
      case Known(Description description, Instant _) -> description;
      case Failed(IOException failure, Instant _) ->
          throw new IOException("the provider cannot be described", failure);
    };
  }

  private Kept ask(String issuer, Instant now) {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    try {
      String document = http.get(URI.create(base + PATH));
      return new Known(Description.of(document, issuer, addresses), now.plus(KEPT_FOR));
    } catch (IOException e) {
      return new Failed(e, now.plus(LEFT_ALONE_FOR));
    }
  }
}
