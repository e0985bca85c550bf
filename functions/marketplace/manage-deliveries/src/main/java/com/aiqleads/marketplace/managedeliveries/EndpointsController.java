package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.FunctionIdentity;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.Deliveries.Testing;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.Endpoint;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
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
          "From now on each is posted there: to a server of yours as Standard Webhooks has it,"
              + " signed with the secret that this answers, this once; or into HubSpot (a contact),"
              + " Follow Up Boss (an inquiry) or Salesforce (a lead), with your key; or to a mail"
              + " address, once whoever reads there has agreed by the link of a letter.")
  SecretView addEndpoint(@Parameter(hidden = true) Caller caller, @Body EndpointRequest body) {
    EndpointId id = new EndpointId(Ids.next(clock));
    Destination destination = body.checked(id, onLaptop);
    return switch (endpoints.add(caller.team(), id, destination)) {
      case ADDED -> added(caller, id, destination);
      case KNOWN ->
          throw new Conflict("known-endpoint", "Leads are delivered to this address already.");
      case ASKED_TOO_OFTEN -> throw askedTooOften();
      case TOO_MANY ->
          throw new Conflict(
              "too-many-endpoints",
              "A team has at most "
                  + Endpoint.MOST
                  + " addresses, and asks at most "
                  + Endpoints.MOST_ASKED
                  + " mail addresses in a day.");
    };
  }

  /// A mail address is asked at once.
  private SecretView added(Caller caller, EndpointId id, Destination destination) {
    if (destination.kind() == Destination.Kind.EMAIL) {
      DeliveryId letter = new DeliveryId(Ids.next(clock));
      Testing _ =
          calls.call(letter, Testing.CALLED, () -> deliveries.test(caller.team(), id, letter));
    }
    return SecretView.of(id, destination);
  }

  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(summary = "Deliver there no more", description = "What is on its way is given up.")
  void removeEndpoint(@Parameter(hidden = true) Caller caller, String id) {
    found(endpoints.remove(caller.team(), parsed(id)));
  }

  @Post("/{id}/secret")
  @Operation(
      summary = "Sign with a new secret, or come in with a new key",
      description =
          "Webhooks are signed with the secret before, too, for a day: `{}` makes a new one. Of a"
              + " system, `key` (and `client`) are the new ones.")
  SecretView changeSecret(
      @Parameter(hidden = true) Caller caller, String id, @Body EndpointRequest body) {
    body.mustBeFormed(onLaptop);
    EndpointId known = parsed(id);
    Endpoint endpoint =
        endpoints.of(caller.team()).stream()
            .filter(it -> it.id().equals(known))
            .findFirst()
            .orElseThrow(EndpointsController::unknown);
    Destination renewed =
        body.renewed(endpoint.kind(), endpoint.address()).orElseThrow(EndpointsController::unknown);
    found(endpoints.rotate(caller.team(), known, renewed));
    return SecretView.of(known, renewed);
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
      description =
          "Sends a message of the type `endpoint.test`, or a contact that is nobody's into a system;"
              + " `GET /deliveries` tells of it. A mail address that nobody has agreed to is asked"
              + " once more: the link is good for seven days from then on. Each address is asked at"
              + " most three times a day, whichever teams want it.")
  void testEndpoint(@Parameter(hidden = true) Caller caller, String id) {
    DeliveryId delivery = new DeliveryId(Ids.next(clock));
    EndpointId endpoint = parsed(id);
    Testing testing =
        calls.call(
            delivery, Testing.CALLED, () -> deliveries.test(caller.team(), endpoint, delivery));
    switch (testing) {
      case CALLED -> {}
      case UNKNOWN -> throw unknown();
      case ASKED_TOO_OFTEN -> throw askedTooOften();
    }
  }

  private static Conflict askedTooOften() {
    return new Conflict(
        "asked-too-often",
        "This address was sent "
            + Endpoints.MOST_LETTERS
            + " letters that ask within a day. Wait for an answer, or ask again tomorrow.");
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
