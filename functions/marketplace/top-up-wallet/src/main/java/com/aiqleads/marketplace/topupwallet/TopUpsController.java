package com.aiqleads.marketplace.topupwallet;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.marketplace.payments.PaymentDesk;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.marketplace.topupwallet.TopUpViews.TopUpView;
import com.aiqleads.marketplace.topupwallet.TopUpViews.TopUpsView;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Optional;

@Controller("/top-ups")
@Tag(name = "Money")
final class TopUpsController {

  private static final int SHOWN = 50;

  private final Payments payments;
  private final PaymentGateway gateway;
  private final InstantSource clock;

  TopUpsController(Payments payments, PaymentGateway gateway, InstantSource clock) {
    this.payments = payments;
    this.gateway = gateway;
    this.clock = clock;
  }

  @Post
  @Operation(
      summary = "Pay into the wallet of my team by card",
      description =
          "Answers with the page on which to pay. The money is in the wallet once `state` is"
              + " `succeeded`. With an Idempotency-Key the same top-up is one for ever. If `state` is"
              + " `unknown`, those who process cards did not answer; `GET /top-ups` tells what"
              + " became of it, some minutes later.")
  TopUpView topUp(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) @Header("Idempotency-Key") Optional<String> key,
      @Body TopUpRequest body) {
    PaymentId id =
        new PaymentId(
            key.map(text -> Ids.derived("payment", caller.user().text(), text))
                .orElseGet(() -> Ids.next(clock)));
    if (!gateway.isOpen()) {
      throw new Conflict("no-payments", "Nobody can pay by card here yet; ask for credit.");
    }
    return new PaymentDesk(payments, gateway)
        .topUp(caller.team(), body.checked(id, caller.user()))
        .map(TopUpView::of)
        .orElseThrow(() -> new Conflict("key-reused", "This key was used for another top-up."));
  }

  @Get
  @Operation(summary = "The top-ups of my team", description = "The last fifty, newest first.")
  TopUpsView topUps(@Parameter(hidden = true) Caller caller) {
    return TopUpsView.of(payments.of(caller.team(), SHOWN));
  }
}
