package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.deleting.DeletionRequests;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;

@Controller("/deletions")
@Tag(name = "Privacy")
final class DeletionsController {

  private final DeletionRequests requests;
  private final InstantSource clock;

  DeletionsController(DeletionRequests requests, InstantSource clock) {
    this.requests = requests;
    this.clock = clock;
  }

  @Get
  @Operation(
      summary = "Deletion requests of the state",
      description =
          "How those stand that California's platform has passed on, and when the law wants the"
              + " next pull and the last answer.")
  DeletionsView deletions() {
    return DeletionsView.of(requests.standing(), clock.instant());
  }
}
