package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.delivery.Carrier;
import com.aiqleads.marketplace.delivery.Carrier.Answer;
import com.aiqleads.marketplace.delivery.Courier;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination.Webhook;
import com.aiqleads.marketplace.delivery.Freight;
import com.aiqleads.marketplace.delivery.Receipt;
import com.aiqleads.marketplace.delivery.SigningSecret;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/// Standard Webhooks: any 2xx is taken, 410 is gone. What else the server says is not read;
/// whatever it answers, it has read the lead.
@Singleton
record WebhookCourier(Carrier carrier, ObjectMapper json) implements Courier<Webhook> {

  @Override
  public Receipt bring(Webhook webhook, DeliveryId id, Freight freight) {
    String body = body(freight);
    Instant at = freight.at();
    String signatures =
        webhook.secrets().stream()
            .map((SigningSecret secret) -> secret.sign(id.text(), at, body))
            .collect(Collectors.joining(" "));
    Map<String, String> headers =
        Map.of(
            "webhook-id", id.text(),
            "webhook-timestamp", String.valueOf(at.getEpochSecond()),
            "webhook-signature", signatures);
    return meaning(carrier.carry(new Carrier.Letter(webhook.address(), headers, body, 0)));
  }

  private static Receipt meaning(Answer answer) {
    return switch (answer) {
      case Answer.None(String reason, boolean sent) ->
          new Receipt.Failed(Duration.ZERO, reason, sent);
      case Answer.Status status -> {
        String said = "The server answered " + status.code() + ".";
        yield switch (status.code()) {
          case 200, 201, 202, 203, 204, 205, 206 -> new Receipt.Taken(said);
          case 410 -> new Receipt.Gone(said, true);
          default -> new Receipt.Failed(status.comeBack().orElse(Duration.ZERO), said, true);
        };
      }
    };
  }

  private String body(Freight freight) {
    LeadMessage message =
        switch (freight) {
          case Freight.Test(Instant at) -> LeadMessage.test(at);
          case Freight.Lead(var bought, var shown, Instant at) -> LeadMessage.of(bought, shown, at);
        };
    try {
      return json.writeValueAsString(message);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a message", e);
    }
  }
}
