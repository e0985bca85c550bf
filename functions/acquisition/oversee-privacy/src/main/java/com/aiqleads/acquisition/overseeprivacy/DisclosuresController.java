package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.overseeprivacy.PersonRequest.Read;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.lambda.http.Caller;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;

@Controller("/disclosures")
@Tag(name = "Privacy")
final class DisclosuresController {

  private final Disclose disclose;
  private final InstantSource clock;

  DisclosuresController(Disclose disclose, InstantSource clock) {
    this.disclose = disclose;
    this.clock = clock;
  }

  @Post
  @Operation(
      summary = "What is held of somebody",
      description =
          "For the answer to a request of access: all that an erasure would take, whence it is"
              + " known, and what outlives it. A home is found without its door: look whether what is"
              + " told is the person's before you pass it on. That it was asked is kept, whom it is"
              + " about as a keyed hash.")
  DisclosureView disclose(@Parameter(hidden = true) Caller caller, @Body PersonRequest body) {
    String _ = caller.sessionOfPerson();
    Read read = body.checked();
    return disclose.of(
        read.person(), new Wish(caller.user().text(), read.reason(), clock.instant()));
  }
}
