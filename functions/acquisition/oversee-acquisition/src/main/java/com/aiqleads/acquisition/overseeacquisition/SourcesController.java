package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.approving.Permit;
import com.aiqleads.acquisition.approving.SearchTarget;
import com.aiqleads.acquisition.overseeacquisition.SourceViews.ChangesView;
import com.aiqleads.acquisition.overseeacquisition.SourceViews.PermitView;
import com.aiqleads.acquisition.overseeacquisition.SourceViews.SourcesView;
import com.aiqleads.acquisition.overseeacquisition.SourceViews.TargetView;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.NotFound;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;

/// Nothing is fetched that a person has not approved; whoever approves has signed in.
@Controller("/sources")
@Tag(name = "Sources")
final class SourcesController {

  private final DecideSources decide;
  private final InstantSource clock;

  SourcesController(DecideSources decide, InstantSource clock) {
    this.decide = decide;
    this.clock = clock;
  }

  @Get
  @Operation(
      summary = "What is fetched",
      description = "Each source, its permit and targets, and why it is not fetched if it is not.")
  SourcesView sources() {
    return SourcesView.of(decide.all(), clock.instant());
  }

  @Put("/{id}/permit")
  @Operation(
      summary = "Approve a source",
      description =
          "By somebody who has read its terms, for a year at most. Takes the place of the permit"
              + " before; counts from the next run on.")
  PermitView permit(@Parameter(hidden = true) Caller caller, String id, @Body PermitRequest body) {
    String _ = caller.sessionOfPerson();
    CrawledSite source = known(id);
    Permit permit = body.checked(source, caller.user(), clock.instant());
    decide.permit(permit);
    return PermitView.of(permit);
  }

  @Delete("/{id}/permit")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(summary = "Switch a source off", description = "From the next run on.")
  void withdrawPermit(@Parameter(hidden = true) Caller caller, String id) {
    String _ = caller.sessionOfPerson();
    if (!decide.withdraw(known(id), caller.user())) {
      throw new NotFound("no-permit", "Nobody has approved this source.");
    }
  }

  @Put("/{id}/targets/{market}")
  @Operation(
      summary = "Search a market",
      description = "By the name that the source has for it, once its source is approved.")
  TargetView target(
      @Parameter(hidden = true) Caller caller, String id, String market, @Body TargetRequest body) {
    String _ = caller.sessionOfPerson();
    SearchTarget target = body.checked(known(id), market, caller.user(), clock.instant());
    decide.target(target);
    return TargetView.of(target);
  }

  @Delete("/{id}/targets/{market}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(summary = "Stop searching a market", description = "From the next run on.")
  void removeTarget(@Parameter(hidden = true) Caller caller, String id, String market) {
    String _ = caller.sessionOfPerson();
    if (!decide.remove(known(id), market, caller.user())) {
      throw new NotFound("no-target", "This market is not searched on this source.");
    }
  }

  @Get("/{id}/changes")
  @Operation(
      summary = "Who decided what",
      description = "Of a source, the newest of 200 decisions first.")
  ChangesView changes(String id) {
    return ChangesView.of(decide.changes(known(id)));
  }

  private static CrawledSite known(String id) {
    return CrawledSite.find(id)
        .orElseThrow(() -> new NotFound("no-such-source", "There is no such source."));
  }
}
