package com.aiqleads.marketplace.stripe;

import com.aiqleads.lambda.Primed;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.marketplace.cards.CardVault;
import com.aiqleads.marketplace.payments.GatewayMessages;
import com.aiqleads.marketplace.payments.PaymentGateway;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/// Stripe behind the ports of payments.
@Factory
final class StripePayments {

  private static final String STRIPE = "https://api.stripe.com";

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  /// No secret at all.
  private record Nobodys() implements Secrets {

    @Override
    public String text(String name) {
      return "{\"apiKey\":\"none\",\"webhookSecrets\":[]}";
    }

    @Override
    public String fresh(String name) {
      return text(name);
    }
  }

  @Singleton
  StripeAccount account(
      Secrets secrets,
      ObjectMapper json,
      @Property(name = "aiqleads.stripe-url", defaultValue = STRIPE) URI address,
      @Property(name = "aiqleads.stripe-patience", defaultValue = "8s") Duration patience) {
    return new StripeAccount(secrets, json, address, patience);
  }

  @Singleton
  PaymentGateway gateway(StripeAccount account, @Property(name = "aiqleads.api-url") URI product) {
    return new StripeGateway(account, product);
  }

  @Singleton
  CardVault vault(StripeAccount account, @Property(name = "aiqleads.api-url") URI product) {
    return new StripeVault(account, product);
  }

  @Singleton
  Primed priming(ObjectMapper json) {
    StripeAccount nobodys = new StripeAccount(new Nobodys(), json, NOWHERE, AT_ONCE);
    return new StripePriming(new StripeGateway(nobodys, NOWHERE));
  }

  @Singleton
  GatewayMessages messages(StripeAccount account, ObjectMapper json) {
    return new StripeMessages(account, json, Clock.systemUTC());
  }
}
