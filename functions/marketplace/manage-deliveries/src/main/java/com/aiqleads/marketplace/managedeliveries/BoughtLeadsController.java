package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.lambda.http.BeforeCursor;
import com.aiqleads.lambda.http.Caller;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Controller("/bought-leads")
@Tag(name = "Delivery")
final class BoughtLeadsController {

  private final BoughtTable table;

  BoughtLeadsController(BoughtTable table) {
    this.table = table;
  }

  @Get
  @Produces("text/csv")
  @Operation(
      summary = "The leads that my team bought, as a table",
      description =
          "CSV with their sellers, newest first, in whole orders and at most four megabytes. The"
              + " header `Link` has the `next` part, if there is one.")
  HttpResponse<byte[]> boughtLeads(
      @Parameter(hidden = true) Caller caller,
      @QueryValue @Parameter(description = "Of the next part.") Optional<String> before) {
    BoughtTable.Part part = table.of(caller.team(), BeforeCursor.of(before));
    MutableHttpResponse<byte[]> response =
        HttpResponse.ok(part.bytes())
            .contentType(new MediaType("text/csv; charset=utf-8"))
            .header("Content-Disposition", "attachment; filename=\"aiqleads-leads.csv\"");
    part.next()
        .ifPresent(
            next -> response.header("Link", "</bought-leads?before=" + next + ">; rel=\"next\""));
    return response;
  }

  @Serdeable
  record NextPart(
      @Nullable @Schema(description = "`before` of the next part, if there may be one.")
          Instant next) {}

  @Get("/next")
  @Operation(
      summary = "Whether the table of what my team bought has another part",
      description = "It shows no seller: nobody has seen a lead by this, as by the table itself.")
  NextPart nextPart(
      @Parameter(hidden = true) Caller caller,
      @QueryValue @Parameter(description = "Of the part before that.") Optional<String> before) {
    return new NextPart(table.next(caller.team(), BeforeCursor.of(before)).orElse(null));
  }
}
