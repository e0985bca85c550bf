package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.FunctionIdentity;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Endpoint;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import com.aiqleads.marketplace.delivery.SigningSecret;
import com.aiqleads.marketplace.managedeliveries.DeliveryViews.EndpointsView;
import com.aiqleads.marketplace.managedeliveries.DeliveryViews.SecretView;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.InstantSource;

@Controller("/endpoints")
@Tag(name = "Delivery")
final class EndpointsController {

  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final CallForDelivery calls;
  private final InstantSource clock;
  private final boolean onLaptop;

  EndpointsController(
      Endpoints endpoints,
      Deliveries deliveries,
      CallForDelivery calls,
      InstantSource clock,
      FunctionIdentity function) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.calls = calls;
    this.clock = clock;
    this.onLaptop = function.stage().equals("local");
  }

  @Get
  @Operation(summary = "Where my team wants its leads")
  EndpointsView endpoints(@Parameter(hidden = true) Caller caller) {
    return EndpointsView.of(endpoints.of(caller.team()));
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Have the leads that my team buys delivered",
      description =
          "From now on each is posted there as Standard Webhooks has it, signed with the secret"
              + " that this answers, this once.")
  SecretView addEndpoint(@Parameter(hidden = true) Caller caller, @Body EndpointRequest body) {
    URI address = body.checked(onLaptop);
    EndpointId id = new EndpointId(Ids.next(clock));
    SigningSecret secret = SigningSecret.fresh();
    return switch (endpoints.add(caller.team(), id, address, secret)) {
      case ADDED -> new SecretView(id.text(), secret.reveal());
      case KNOWN ->
          throw new Conflict("known-endpoint", "Leads are delivered to this address already.");
      case TOO_MANY ->
          throw new Conflict(
              "too-many-endpoints", "A team has at most " + Endpoint.MOST + " addresses.");
    };
  }

  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(summary = "Deliver there no more", description = "What is on its way is given up.")
  void removeEndpoint(@Parameter(hidden = true) Caller caller, String id) {
    found(endpoints.remove(caller.team(), parsed(id)));
  }

  @Post("/{id}/secret")
  @Operation(
      summary = "Sign with a new secret",
      description = "For a day deliveries are signed with the one before, too.")
  SecretView changeSecret(@Parameter(hidden = true) Caller caller, String id) {
    SigningSecret secret = SigningSecret.fresh();
    found(endpoints.rotate(caller.team(), parsed(id), secret));
    return new SecretView(id, secret.reveal());
  }

  @Post("/{id}/opening")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Deliver there again",
      description = "After it was turned off. What is on its way is tried within minutes.")
  void openEndpoint(@Parameter(hidden = true) Caller caller, String id) {
    found(endpoints.turnOn(caller.team(), parsed(id)));
  }

  @Post("/{id}/tests")
  @Status(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Try it out",
      description = "Sends a message of the type `endpoint.test`; `GET /deliveries` tells of it.")
  void testEndpoint(@Parameter(hidden = true) Caller caller, String id) {
    DeliveryId delivery = new DeliveryId(Ids.next(clock));
    EndpointId endpoint = parsed(id);
    found(calls.call(delivery, () -> deliveries.test(caller.team(), endpoint, delivery)));
  }

  private static void found(boolean isTheirs) {
    if (!isTheirs) {
      throw unknown();
    }
  }

  private static EndpointId parsed(String id) {
    try {
      return EndpointId.parse(id);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound("no-such-endpoint", "Your team has no such address that is on.");
  }
}
