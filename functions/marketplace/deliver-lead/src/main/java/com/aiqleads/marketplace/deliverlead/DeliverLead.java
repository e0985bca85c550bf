package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.Storefront;
import com.aiqleads.marketplace.delivery.Attempt;
import com.aiqleads.marketplace.delivery.Carrier;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Parcel;
import com.aiqleads.marketplace.delivery.SigningSecret;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the delivery, sends what is known of its lead now, and writes down what came of it. Who
/// ends between the last two sends it again under the same id.
@Singleton
record DeliverLead(
    Deliveries deliveries,
    Storefront storefront,
    Carrier carrier,
    ObjectMapper json,
    InstantSource clock) {

  private static final Logger LOG = LoggerFactory.getLogger(DeliverLead.class);

  void deliver(DeliveryId id) {
    Optional<Parcel> taken = deliveries.take(id);
    taken.ifPresent(parcel -> deliveries.tried(parcel, attempt(parcel)));
  }

  private Attempt attempt(Parcel parcel) {
    Optional<LeadMessage> message = message(parcel);
    Attempt attempt =
        message
            .map(it -> Attempt.of(send(parcel, it), parcel.attempts()))
            .orElseGet(() -> new Attempt.Withheld("Its seller may not be contacted any more."));
    LOG.atInfo()
        .addKeyValue("delivery", parcel.id().text())
        .addKeyValue("attempt", parcel.attempts() + 1)
        .addKeyValue("outcome", attempt.getClass().getSimpleName())
        .log("tried to deliver");
    return attempt;
  }

  /// None if the seller asked not to be contacted, or was erased.
  private Optional<LeadMessage> message(Parcel parcel) {
    Instant now = clock.instant();
    if (parcel.bought().isEmpty()) {
      return Optional.of(LeadMessage.test(now));
    }
    Parcel.Bought bought = parcel.bought().orElseThrow();
    return storefront
        .show(parcel.team(), bought.lead())
        .flatMap(
            lead ->
                lead instanceof ShownLead.Owned owned
                    ? Optional.of(LeadMessage.of(bought, owned, now))
                    : Optional.empty());
  }

  private Carrier.Answer send(Parcel parcel, LeadMessage message) {
    String body = body(message);
    Instant at = clock.instant();
    String id = parcel.id().text();
    String signatures =
        parcel.secrets().stream()
            .map((SigningSecret secret) -> secret.sign(id, at, body))
            .collect(Collectors.joining(" "));
    return carrier.carry(
        parcel.address(),
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", String.valueOf(at.getEpochSecond()),
            "webhook-signature", signatures),
        body);
  }

  private String body(LeadMessage message) {
    try {
      return json.writeValueAsString(message);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a message", e);
    }
  }
}
