package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.lambda.http.Unprocessable;
import com.aiqleads.marketplace.delivery.AccessKey;
import com.aiqleads.marketplace.delivery.Endpoints;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/endpoint-confirmations")
@Tag(name = "Delivery")
final class ConfirmationsController {

  private final Endpoints endpoints;

  ConfirmationsController(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Serdeable
  @Schema(requiredProperties = "token")
  record EndpointConfirmation(
      @Nullable
          @Schema(
              format = "password",
              maxLength = AccessKey.MOST_CHARACTERS,
              description = "What stood in the letter.")
          String token) {

    String checked() {
      Fields fields = new Fields();
      var proof = fields.require("token", token, AccessKey::new, "must be that of the letter");
      fields.throwIfAnyIsWrong();
      return proof.orElseThrow().reveal();
    }

    @Override
    public String toString() {
      return "EndpointConfirmation[***]";
    }
  }

  @Put
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Agree that leads come to a mail address",
      description =
          "With the token of the letter that asked there, within seven days; nobody has to sign in."
              + " From now on the leads that the team buys are sent to it.")
  void confirmEndpoint(@Body EndpointConfirmation body) {
    switch (endpoints.confirm(body.checked())) {
      case AGREED -> {}
      case TOO_LATE ->
          throw new Unprocessable(
              "confirmation-too-late",
              "This link was good for seven days. Whoever added the address can have the letter sent"
                  + " once more: on the page Delivery, by Ask once more.");
      case UNKNOWN ->
          throw new Unprocessable(
              "no-such-confirmation",
              "This link is wrong, or of an address that was removed. Copy it whole from the newest"
                  + " letter, or have the address added again.");
    }
  }
}
