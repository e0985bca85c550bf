package com.aiqleads.marketplace.managecart;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.marketplace.holds.TeamLimits;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/limits")
@Tag(name = "Buying")
final class LimitsController {

  private final TeamLimits limits;

  LimitsController(TeamLimits limits) {
    this.limits = limits;
  }

  @Get
  @Operation(summary = "The limits of my team", description = "What it holds counts as bought.")
  LimitsView limits(@Parameter(hidden = true) Caller caller) {
    return LimitsView.of(limits.of(caller.team()));
  }

  @Put
  @Operation(
      summary = "Limit my team",
      description = "In place of the limits before; what is held or bought already stays.")
  LimitsView setLimits(@Parameter(hidden = true) Caller caller, @Body LimitsView body) {
    limits.set(caller.team(), body.checked());
    return LimitsView.of(limits.of(caller.team()));
  }
}
