package com.aiqleads.marketplace.stripe;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What the secret `payment-gateway` says once an operator has filled it.
///
/// @param webhookSecrets what messages are signed with: two while the one is replaced by the other
@Serdeable
record StripeSettings(String apiKey, List<String> webhookSecrets) {

  StripeSettings {
    webhookSecrets = List.copyOf(webhookSecrets);
  }

  @Override
  public String toString() {
    return "settings with " + webhookSecrets.size() + " webhook secrets";
  }
}
