package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.lambda.http.BeforeCursor;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.managedeliveries.DeliveryViews.DeliveriesView;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;

@Controller("/deliveries")
@Tag(name = "Delivery")
final class DeliveriesController {

  private static final int PAGE = 50;

  private final Deliveries deliveries;
  private final CallForDelivery calls;

  DeliveriesController(Deliveries deliveries, CallForDelivery calls) {
    this.deliveries = deliveries;
    this.calls = calls;
  }

  @Get
  @Operation(
      summary = "What became of the leads of my team",
      description = "Newest first, fifty at a time.")
  DeliveriesView deliveries(
      @Parameter(hidden = true) Caller caller,
      @QueryValue @Parameter(description = "The `next` of a page.") Optional<String> before) {
    Instant end = BeforeCursor.of(before);
    return DeliveriesView.of(deliveries.of(caller.team(), end, PAGE), PAGE);
  }

  @Post("/{id}/repeats")
  @Status(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Deliver it again",
      description = "Under the same `webhook-id`, as often as if it had never been tried.")
  void repeatDelivery(@Parameter(hidden = true) Caller caller, String id) {
    DeliveryId delivery = parsed(id);
    if (!calls.call(delivery, true, () -> deliveries.again(caller.team(), delivery))) {
      throw unknown();
    }
  }

  private static DeliveryId parsed(String id) {
    try {
      return DeliveryId.parse(id);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound(
        "no-such-delivery", "Your team has no such delivery to an address that is on.");
  }
}
