package com.aiqleads.marketplace.receivepayment;

import com.aiqleads.lambda.http.Unauthorized;
import com.aiqleads.marketplace.payments.GatewayMessages;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/webhooks")
@Tag(name = "Money")
final class WebhooksController {

  private final GatewayMessages messages;
  private final ReceivePayment receivePayment;

  WebhooksController(GatewayMessages messages, ReceivePayment receivePayment) {
    this.messages = messages;
    this.receivePayment = receivePayment;
  }

  @Post("/stripe")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "What Stripe tells us",
      description = "Signed over the whole body, as Stripe does it, and at most five minutes old.")
  void stripe(@Header("Stripe-Signature") Optional<String> signature, @Body String body) {
    receivePayment.receive(
        messages
            .read(body, signature.orElse(""))
            .orElseThrow(
                () ->
                    new Unauthorized("not-signed", "The message is not signed as it should be.")));
  }
}
