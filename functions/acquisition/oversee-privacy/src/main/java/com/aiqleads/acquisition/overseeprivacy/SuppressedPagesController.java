package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.overseeprivacy.PagesRequest.Read;
import com.aiqleads.acquisition.overseeprivacy.Suppress.Done;
import com.aiqleads.acquisition.overseeprivacy.SuppressionViews.LiftedView;
import com.aiqleads.acquisition.overseeprivacy.SuppressionViews.SuppressedView;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.lambda.http.Caller;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;

/// Pages whose owner does not want them to be read, whoever that is.
@Controller("/suppressions/pages")
@Tag(name = "Privacy")
final class SuppressedPagesController {

  private final Suppress suppress;
  private final InstantSource clock;

  SuppressedPagesController(Suppress suppress, InstantSource clock) {
    this.suppress = suppress;
    this.clock = clock;
  }

  @Post
  @Operation(
      summary = "Leave pages alone",
      description =
          "They are not fetched any more, nothing that stands there is taken in, and what was comes"
              + " off sale. Only keyed hashes of their addresses are kept.")
  SuppressedView suppressPages(@Parameter(hidden = true) Caller caller, @Body PagesRequest body) {
    String _ = caller.sessionOfPerson();
    Read read = body.checked();
    Done done = suppress.suppress(read.pages(), wish(caller, read));
    return new SuppressedView(done.added(), done.ended());
  }

  @Post("/lifting")
  @Operation(
      summary = "Read pages again",
      description = "From the next look at their site on; what ended stays ended until then.")
  LiftedView liftPages(@Parameter(hidden = true) Caller caller, @Body PagesRequest body) {
    String _ = caller.sessionOfPerson();
    Read read = body.checked();
    return new LiftedView(suppress.lift(read.pages(), wish(caller, read)));
  }

  private Wish wish(Caller caller, Read read) {
    return new Wish(caller.user().text(), read.reason(), clock.instant());
  }
}
