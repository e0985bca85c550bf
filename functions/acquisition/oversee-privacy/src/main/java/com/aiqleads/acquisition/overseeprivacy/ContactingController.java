package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.contacting.Consents;
import com.aiqleads.acquisition.contacting.DoNotCall;
import com.aiqleads.acquisition.contacting.Scrub;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Map;

@Controller
@Tag(name = "Privacy")
final class ContactingController {

  private final Consents consents;
  private final DoNotCall lists;
  private final Database database;
  private final InstantSource clock;

  ContactingController(Consents consents, DoNotCall lists, Database database, InstantSource clock) {
    this.consents = consents;
    this.lists = lists;
    this.database = database;
    this.clock = clock;
  }

  @Post("/consents")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Enter a consent or its revocation",
      description = "A line of a ledger that only grows; who it is is kept as a keyed hash.")
  void consent(@Parameter(hidden = true) Caller caller, @Body ConsentRequest body) {
    String _ = caller.sessionOfPerson();
    consents.enter(body.checked(caller.user(), clock.instant()));
  }

  @Post("/scrubs")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Say what a do-not-call list answered",
      description = "It counts for 31 days; an older look at the same list changes nothing.")
  void scrub(@Parameter(hidden = true) Caller caller, @Body ScrubRequest body) {
    String _ = caller.sessionOfPerson();
    Map<Phone, Scrub> answers = body.checked(clock.instant());
    database.inTransaction(
        () -> {
          answers.forEach(lists::note);
          return answers.size();
        });
  }
}
