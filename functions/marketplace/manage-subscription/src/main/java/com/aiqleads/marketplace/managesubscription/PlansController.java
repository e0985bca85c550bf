package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.marketplace.managesubscription.SubscriptionViews.PlansView;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/plans")
@Tag(name = "Plans")
final class PlansController {

  private final Subscriptions subscriptions;

  PlansController(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Get
  @Operation(
      summary = "What plans there are",
      description = "What each costs a month, the credit it includes, and its limits.")
  PlansView plans() {
    return PlansView.of(subscriptions.plans());
  }
}
