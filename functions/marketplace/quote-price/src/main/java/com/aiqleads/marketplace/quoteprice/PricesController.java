package com.aiqleads.marketplace.quoteprice;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.NotFound;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/leads/{id}")
@Tag(name = "Leads")
final class PricesController {

  private final QuotePrice quotePrice;

  PricesController(QuotePrice quotePrice) {
    this.quotePrice = quotePrice;
  }

  @Get("/price")
  @Operation(
      summary = "What a lead costs",
      description = "Shared and alone, with the reasons in plain words. A hold keeps its price.")
  PriceViews.QuoteView price(
      @Parameter(hidden = true) Caller caller, @PathVariable("id") String id) {
    return quotePrice.now(caller.team(), leadId(id)).orElseThrow(PricesController::noSuchLead);
  }

  @Get("/prices")
  @Operation(
      summary = "What a lead has cost",
      description = "Every price since it came on sale, the newest first; at most 100.")
  PriceViews.HistoryView prices(
      @Parameter(hidden = true) Caller caller, @PathVariable("id") String id) {
    return quotePrice.history(caller.team(), leadId(id)).orElseThrow(PricesController::noSuchLead);
  }

  private static LeadId leadId(String text) {
    try {
      return LeadId.parse(text);
    } catch (IllegalArgumentException _) {
      throw noSuchLead();
    }
  }

  private static NotFound noSuchLead() {
    return new NotFound("no-such-lead", "There is no lead with this id on sale.");
  }
}
