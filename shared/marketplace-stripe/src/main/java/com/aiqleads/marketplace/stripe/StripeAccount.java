package com.aiqleads.marketplace.stripe;

import com.aiqleads.lambda.Secrets;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.ApiResource;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Our account at Stripe. A secret is made with random content: until an operator writes JSON
/// into
/// it, nobody can pay by card.
final class StripeAccount {

  static final String SECRET = "payment-gateway";

  /// All that are read, of twenty that Stripe lets anybody name.
  static final List<String> TYPES =
      List.of(
          "checkout.session.completed",
          "checkout.session.async_payment_succeeded",
          "checkout.session.async_payment_failed",
          "checkout.session.expired",
          "payment_intent.succeeded",
          "payment_intent.processing",
          "payment_intent.payment_failed",
          "payment_intent.canceled",
          "charge.refunded",
          "charge.refund.updated",
          "refund.created",
          "refund.updated",
          "refund.failed",
          "charge.dispute.created",
          "charge.dispute.updated",
          "charge.dispute.closed",
          "charge.dispute.funds_withdrawn",
          "charge.dispute.funds_reinstated");

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

  /// A page of what happened that is read here, as text of whatever version.
  String events(Instant from, Instant until, Optional<String> after, int most)
      throws StripeException {
    String path =
        "/v1/events?limit=%d&created%%5Bgte%%5D=%d&created%%5Blte%%5D=%d"
                .formatted(most, from.getEpochSecond(), until.getEpochSecond())
            + IntStream.range(0, TYPES.size())
                .mapToObj(place -> "&types%5B" + place + "%5D=" + TYPES.get(place))
                .collect(Collectors.joining())
            + after.map(id -> "&starting_after=" + id).orElse("");
    return client().rawRequest(ApiResource.RequestMethod.GET, path, null, null).body();
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
