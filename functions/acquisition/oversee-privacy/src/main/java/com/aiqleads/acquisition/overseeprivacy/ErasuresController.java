package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.overseeprivacy.PersonRequest.Read;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.NotFound;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Optional;

@Controller("/erasures")
@Tag(name = "Privacy")
final class ErasuresController {

  private final AskErasure ask;
  private final InstantSource clock;

  ErasuresController(AskErasure ask, InstantSource clock) {
    this.ask = ask;
    this.clock = clock;
  }

  @Post
  @Status(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Erase somebody",
      description =
          "From every store, and for good: they are suppressed in the same act. Asked again, it"
              + " finds nothing, which proves the first time.")
  ErasureView erase(@Parameter(hidden = true) Caller caller, @Body PersonRequest body) {
    String _ = caller.sessionOfPerson();
    Read read = body.checked();
    Wish wish = new Wish(caller.user().text(), read.reason(), clock.instant());
    return ErasureView.begun(ask.ask(read.person(), wish));
  }

  @Get("/{id}")
  @Operation(
      summary = "What was erased",
      description = "The signed report, once every store has been gone through.")
  ErasureView erasure(String id) {
    return read(id)
        .flatMap(known -> ask.find(known).map(found -> ErasureView.of(known, found)))
        .orElseThrow(() -> new NotFound("no-erasure", "There is no such erasure."));
  }

  private static Optional<CorrelationId> read(String id) {
    try {
      return Optional.of(CorrelationId.parse(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
