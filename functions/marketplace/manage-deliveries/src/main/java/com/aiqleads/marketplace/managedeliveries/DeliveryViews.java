package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.delivery.Delivery;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.Endpoint;
import com.aiqleads.marketplace.delivery.EndpointId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is told about endpoints and deliveries. Secrets are told once, when they are made.
final class DeliveryViews {

  private DeliveryViews() {}

  @Serdeable
  record EndpointView(
      String id,
      @Schema(allowableValues = {"webhook", "hubspot", "follow_up_boss", "salesforce", "email"})
          String kind,
      URI address,
      Instant addedAt,
      @Nullable
          @Schema(
              allowableValues = {"gone", "failing", "unconfirmed", "stopped"},
              description = "Why nothing is sent there any more.")
          String off,
      @Nullable Instant offSince) {

    static EndpointView of(Endpoint endpoint) {
      Optional<Endpoint.Off> off = endpoint.off();
      return new EndpointView(
          endpoint.id().text(),
          endpoint.kind().name().toLowerCase(Locale.ROOT),
          endpoint.address(),
          endpoint.addedAt(),
          off.map(it -> it.reason().name().toLowerCase(Locale.ROOT)).orElse(null),
          off.map(Endpoint.Off::since).orElse(null));
    }
  }

  @Serdeable
  record EndpointsView(List<EndpointView> endpoints) {

    static EndpointsView of(List<Endpoint> endpoints) {
      return new EndpointsView(endpoints.stream().map(EndpointView::of).toList());
    }
  }

  @Serdeable
  record SecretView(
      String id,
      @Nullable
          @Schema(
              description =
                  "What webhooks are signed with. It is shown this once; of a system there is none.")
          String secret) {

    static SecretView of(EndpointId id, Destination destination) {
      return new SecretView(
          id.text(),
          destination instanceof Destination.Webhook webhook
              ? webhook.secrets().getFirst().reveal()
              : null);
    }

    @Override
    public String toString() {
      return "SecretView[" + id + ", ***]";
    }
  }

  @Serdeable
  record DeliveryView(
      String id,
      String endpoint,
      @Nullable @Schema(description = "None of a test.") LeadId lead,
      @Schema(allowableValues = {"due", "delivered", "given_up"}) String state,
      int attempts,
      Instant at,
      @Nullable @Schema(description = "When it is tried again, if it is.") Instant nextAt,
      @Nullable @Schema(description = "What the last try led to.") String answer) {

    static DeliveryView of(Delivery delivery) {
      return new DeliveryView(
          delivery.id().text(),
          delivery.endpoint().text(),
          delivery.lead().orElse(null),
          delivery.state().name().toLowerCase(Locale.ROOT),
          delivery.attempts(),
          delivery.at(),
          delivery.next().orElse(null),
          delivery.answer().orElse(null));
    }
  }

  @Serdeable
  record DeliveriesView(
      List<DeliveryView> deliveries,
      @Nullable @Schema(description = "`before` of the next page, if there may be one.")
          Instant next) {

    static DeliveriesView of(List<Delivery> deliveries, int limit) {
      return new DeliveriesView(
          deliveries.stream().map(DeliveryView::of).toList(),
          deliveries.size() < limit ? null : deliveries.getLast().at());
    }
  }
}
