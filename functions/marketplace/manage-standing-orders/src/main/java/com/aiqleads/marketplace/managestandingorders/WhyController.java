package com.aiqleads.marketplace.managestandingorders;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.managestandingorders.StandingOrderViews.WhysView;
import com.aiqleads.marketplace.standing.StandingOrders;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/leads")
@Tag(name = "Standing orders")
final class WhyController {

  private final StandingOrders orders;

  WhyController(StandingOrders orders) {
    this.orders = orders;
  }

  @Get("/{id}/why")
  @Operation(
      summary = "Why did my team's standing orders not get this lead?",
      description =
          "An answer for each of them, also for those that it did not come into question for: then"
              + " which part of the search the lead lacked, as both were when it was allocated.")
  WhysView why(@Parameter(hidden = true) Caller caller, String id) {
    LeadId lead = parsed(id);
    return orders
        .why(caller.team(), lead)
        .map(answers -> WhysView.of(lead, answers))
        .orElseThrow(WhyController::unknown);
  }

  private static LeadId parsed(String id) {
    try {
      return LeadId.parse(id);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound("no-such-lead", "There is no lead with this id on sale.");
  }
}
