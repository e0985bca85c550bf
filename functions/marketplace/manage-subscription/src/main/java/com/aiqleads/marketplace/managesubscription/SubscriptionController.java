package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.marketplace.managesubscription.SubscriptionViews.SubscriptionView;
import com.aiqleads.marketplace.subscriptions.PlanName;
import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/subscription")
@Tag(name = "Plans")
final class SubscriptionController {

  private final SubscriptionDesk desk;

  SubscriptionController(SubscriptionDesk desk) {
    this.desk = desk;
  }

  @Get
  @Operation(
      summary = "The plan of my team",
      description = "What it pays for, until when, what comes then, and what is not paid.")
  SubscriptionView subscription(@Parameter(hidden = true) Caller caller) {
    return SubscriptionView.of(desk.subscriptions().look(caller.team()));
  }

  @Get("/quote")
  @Operation(
      summary = "What another plan would cost my team now",
      description = "By the rule that `PUT /subscription` follows, at this moment.")
  ChoiceView quote(
      @Parameter(hidden = true) Caller caller,
      @QueryValue @Parameter(description = "Of `GET /plans`.") Optional<String> plan) {
    PlanName name = SubscriptionRequest.plan(plan.orElse(null));
    return ChoiceView.quote(desk.quote(caller.team(), name));
  }

  @Put
  @Operation(
      summary = "Choose a plan for my team",
      description =
          "A dearer one begins at once: its share of the month is paid from what the team has paid"
              + " in. A cheaper one, and `free`, begin when what is paid for is over. The plan that"
              + " the team has takes back what was arranged.")
  ChoiceView choosePlan(@Parameter(hidden = true) Caller caller, @Body SubscriptionRequest body) {
    return ChoiceView.done(desk.choose(caller.team(), body.checked()));
  }

  @Delete
  @Operation(
      summary = "End my team's plan",
      description = "When what is paid for is over; until then it can be taken back.")
  ChoiceView endPlan(@Parameter(hidden = true) Caller caller) {
    return ChoiceView.done(desk.choose(caller.team(), PlanName.FREE));
  }

  @Post("/pause")
  @Operation(
      summary = "Pause my team's plan",
      description = "When what is paid for is over, until somebody resumes it.")
  ChoiceView pausePlan(@Parameter(hidden = true) Caller caller) {
    return ChoiceView.done(desk.pause(caller.team()));
  }

  @Delete("/pause")
  @Operation(
      summary = "Resume my team's plan",
      description = "After a pause a new month begins at once and is paid.")
  ChoiceView resumePlan(@Parameter(hidden = true) Caller caller) {
    return ChoiceView.done(desk.resume(caller.team()));
  }
}
