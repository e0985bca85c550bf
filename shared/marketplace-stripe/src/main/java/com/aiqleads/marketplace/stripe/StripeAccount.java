package com.aiqleads.marketplace.stripe;

import com.aiqleads.lambda.Secrets;
import com.stripe.StripeClient;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Our account at Stripe. A secret is made with random content: until an operator writes JSON into
/// it, nobody can pay by card.
final class StripeAccount {

  static final String SECRET = "payment-gateway";
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final Secrets secrets;
  private final ObjectMapper json;
  private final URI address;
  private final Duration patience;

  StripeAccount(Secrets secrets, ObjectMapper json, URI address, Duration patience) {
    this.secrets = secrets;
    this.json = json;
    this.address = address;
    this.patience = patience;
  }

  boolean isOpen() {
    return settings().isPresent();
  }

  /// It never repeats a call by itself: who asked does, with the same key.
  StripeClient client() {
    return StripeClient.builder()
        .setApiKey(settings().map(StripeSettings::apiKey).orElse(""))
        .setApiBase(address.toString())
        .setConnectTimeout(Math.toIntExact(CONNECT.toMillis()))
        .setReadTimeout(Math.toIntExact(patience.toMillis()))
        .setMaxNetworkRetries(0)
        .build();
  }

  List<String> webhookSecrets() {
    return settings().map(StripeSettings::webhookSecrets).orElse(List.of());
  }

  private Optional<StripeSettings> settings() {
    String secret = secrets.text(SECRET);
    if (!secret.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.readValue(secret, StripeSettings.class));
    } catch (IOException _) {
      // Without its cause, which may quote the secret.
      throw new IllegalStateException("the secret " + SECRET + " cannot be read");
    }
  }
}
