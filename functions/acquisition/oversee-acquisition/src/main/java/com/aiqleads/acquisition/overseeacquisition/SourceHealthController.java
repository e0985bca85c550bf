package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.overseeacquisition.SourceHealthViews.HealthsView;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.NotFound;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

/// How sources do, and the word of a person that what looks like drift is none.
@Controller("/source-health")
@Tag(name = "Sources")
final class SourceHealthController {

  private final SourceHealth health;

  SourceHealthController(SourceHealth health) {
    this.health = health;
  }

  @Get
  @Operation(
      summary = "How sources do",
      description =
          "Of each source what its pages say, whether they have drifted, its limiter and breaker,"
              + " and what it gives.")
  HealthsView all() {
    return HealthsView.of(health.all());
  }

  @Post("/{id}/acceptance")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "What a source says now is right",
      description =
          "Ends its quarantine: what its pages say is learnt anew, and pages that were withheld go"
              + " on within a minute or two.")
  void accept(@Parameter(hidden = true) Caller caller, String id) {
    String _ = caller.sessionOfPerson();
    if (!SourceHealth.isKnown(id)) {
      throw new NotFound("no-such-source", "There is no such source.");
    }
    if (health.accept(id) == 0) {
      throw new NotFound("no-quarantine", "Nothing of this source is in quarantine.");
    }
  }
}
