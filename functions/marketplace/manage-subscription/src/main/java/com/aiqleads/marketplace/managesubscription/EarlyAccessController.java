package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.marketplace.subscriptions.EarlyAccess;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/early-access")
@Tag(name = "Plans")
final class EarlyAccessController {

  private final EarlyAccess earlyAccess;

  EarlyAccessController(EarlyAccess earlyAccess) {
    this.earlyAccess = earlyAccess;
  }

  @Put
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Say for how long what is newly on sale is for plans with early access",
      description = "From now on, also for what came on sale before. `GET /plans` says it.")
  void set(@Body EarlyAccessRequest body) {
    earlyAccess.set(body.checked());
  }
}
