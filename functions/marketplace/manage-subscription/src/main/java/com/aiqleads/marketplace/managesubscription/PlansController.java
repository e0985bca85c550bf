package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.marketplace.managesubscription.SubscriptionViews.PlansView;
import com.aiqleads.marketplace.subscriptions.EarlyAccess;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/plans")
@Tag(name = "Plans")
final class PlansController {

  private final Subscriptions subscriptions;
  private final EarlyAccess earlyAccess;

  PlansController(Subscriptions subscriptions, EarlyAccess earlyAccess) {
    this.subscriptions = subscriptions;
    this.earlyAccess = earlyAccess;
  }

  @Get
  @Operation(
      summary = "What plans there are",
      description = "What each costs a month, the credit it includes, and its limits.")
  PlansView plans() {
    return PlansView.of(subscriptions.plans(), earlyAccess.time());
  }
}
