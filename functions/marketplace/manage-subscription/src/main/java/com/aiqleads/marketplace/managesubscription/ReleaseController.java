package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.subscriptions.Renewal;
import com.aiqleads.marketplace.subscriptions.SubscriptionDesk;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/subscriptions")
@Tag(name = "Plans")
final class ReleaseController {

  private final SubscriptionDesk desk;

  ReleaseController(SubscriptionDesk desk) {
    this.desk = desk;
  }

  @Post("/{team}/release")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Let a parked subscription go on",
      description = "With the month of now; months that were slept through are never billed.")
  void release(String team) {
    if (desk.release(parsed(team)) == Renewal.NOTHING_DUE) {
      throw new Conflict("not-parked", "The subscription of this team is not parked.");
    }
  }

  private static TeamId parsed(String team) {
    try {
      return TeamId.parse(team);
    } catch (IllegalArgumentException _) {
      throw new NotFound("no-such-team", "There is no such team.");
    }
  }
}
