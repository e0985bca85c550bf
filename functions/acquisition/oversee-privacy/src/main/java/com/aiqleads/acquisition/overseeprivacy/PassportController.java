package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.http.NotFound;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/leads/{id}/passport")
@Tag(name = "Privacy")
final class PassportController {

  private final Passports passports;

  PassportController(Passports passports) {
    this.passports = passports;
  }

  @Get
  @Operation(
      summary = "The legal passport of a lead",
      description =
          "By what right it is known, and by which channels its seller may be contacted now; it"
              + " names nobody.")
  PassportView passport(String id) {
    return read(id)
        .flatMap(passports::find)
        .orElseThrow(() -> new NotFound("no-passport", "Nothing is known of such a lead."));
  }

  private static Optional<LeadId> read(String id) {
    try {
      return Optional.of(LeadId.parse(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
