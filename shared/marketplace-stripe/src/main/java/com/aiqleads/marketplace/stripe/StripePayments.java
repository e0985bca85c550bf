package com.aiqleads.marketplace.stripe;

import com.aiqleads.lambda.Secrets;
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
  GatewayMessages messages(StripeAccount account, ObjectMapper json) {
    return new StripeMessages(account, json, Clock.systemUTC());
  }
}
