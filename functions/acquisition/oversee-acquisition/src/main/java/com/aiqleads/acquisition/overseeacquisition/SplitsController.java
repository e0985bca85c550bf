package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.resolution.LeadSplit.Outcome;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.Changed;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.Done;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.NotOfTheLead;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.NothingOnOneSide;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.UnknownLead;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.NotFound;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

/// For operators who see that two homes were taken for one.
@Controller("/leads/{id}/splits")
@Tag(name = "Sources")
final class SplitsController {

  private final TakeApart takeApart;

  SplitsController(TakeApart takeApart) {
    this.takeApart = takeApart;
  }

  @Post
  @Operation(
      summary = "Take a lead apart",
      description =
          "The listings that are named get a lead of their own, as if they had never been joined,"
              + " and stay there. Who did it and why stands in the lead's lineage.")
  SplitView split(@Parameter(hidden = true) Caller caller, String id, @Body SplitRequest body) {
    String _ = caller.sessionOfPerson();
    SplitRequest.Read read = body.checked();
    return view(
        takeApart.takeApart(lead(id), read.listings(), caller.user().text(), read.reason()));
  }

  private static SplitView view(Outcome outcome) {
    return switch (outcome) {
      case Done done -> SplitView.of(done);
      case UnknownLead _ -> throw noSuchLead();
      case NotOfTheLead _ ->
          throw new Conflict(
              "not-of-the-lead",
              "Some of the listings are not of this lead; maybe they were taken out before.");
      case Changed _ ->
          throw new Conflict(
              "lead-changed",
              "Somebody has changed the lead just now. Look at it, then try again.");
      case NothingOnOneSide _ ->
          throw new Conflict("nothing-left", "Each of the two leads must have a listing.");
    };
  }

  private static LeadId lead(String id) {
    try {
      return LeadId.parse(id);
    } catch (IllegalArgumentException _) {
      throw noSuchLead();
    }
  }

  private static NotFound noSuchLead() {
    return new NotFound("no-such-lead", "Acquisition knows no such lead.");
  }
}
