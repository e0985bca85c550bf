package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.overseeprivacy.PersonRequest.Read;
import com.aiqleads.acquisition.overseeprivacy.Suppress.Done;
import com.aiqleads.acquisition.overseeprivacy.SuppressionViews.LiftedView;
import com.aiqleads.acquisition.overseeprivacy.SuppressionViews.SuppressedView;
import com.aiqleads.acquisition.overseeprivacy.SuppressionViews.SuppressionChangesView;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.lambda.http.Caller;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;

/// Who asked not to be collected; only people decide about people.
@Controller("/suppressions")
@Tag(name = "Privacy")
final class SuppressionsController {

  private final Suppress suppress;
  private final Suppressions suppressions;
  private final InstantSource clock;

  SuppressionsController(Suppress suppress, Suppressions suppressions, InstantSource clock) {
    this.suppress = suppress;
    this.suppressions = suppressions;
    this.clock = clock;
  }

  @Post
  @Operation(
      summary = "Suppress somebody",
      description =
          "Nothing that names one of these is taken in any more, and what was comes off sale. Only"
              + " keyed hashes are kept, and they outlive an erasure.")
  SuppressedView suppress(@Parameter(hidden = true) Caller caller, @Body PersonRequest body) {
    String _ = caller.sessionOfPerson();
    Read read = body.checked();
    Done done = suppress.suppress(read.person(), wish(caller, read));
    return new SuppressedView(done.added(), done.ended());
  }

  @Post("/lifting")
  @Operation(
      summary = "Let somebody in again",
      description = "From the next look at a site on; what ended stays ended until then.")
  LiftedView lift(@Parameter(hidden = true) Caller caller, @Body PersonRequest body) {
    String _ = caller.sessionOfPerson();
    Read read = body.checked();
    return new LiftedView(suppress.lift(read.person(), wish(caller, read)));
  }

  @Get
  @Operation(summary = "Who suppressed what", description = "The newest of 200 changes first.")
  SuppressionChangesView suppressionChanges() {
    return SuppressionChangesView.of(suppressions.changes());
  }

  private Wish wish(Caller caller, Read read) {
    return new Wish(caller.user().text(), read.reason(), clock.instant());
  }
}
