package com.aiqleads.marketplace.managesubscription;

import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.managesubscription.SubscriptionViews.InvoiceView;
import com.aiqleads.marketplace.managesubscription.SubscriptionViews.InvoicesView;
import com.aiqleads.marketplace.subscriptions.InvoiceId;
import com.aiqleads.marketplace.subscriptions.Subscriptions;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/invoices")
@Tag(name = "Plans")
final class InvoicesController {

  private static final int PAGE = 50;

  private final Subscriptions subscriptions;

  InvoicesController(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Get
  @Operation(
      summary = "The invoices of my team",
      description = "Newest first, fifty at a time. An issued invoice never changes.")
  InvoicesView invoices(
      @Parameter(hidden = true) Caller caller,
      @QueryValue @Parameter(description = "The `next` of a page.") Optional<String> below) {
    long number = below.map(InvoicesController::number).orElse(Long.MAX_VALUE);
    return InvoicesView.of(subscriptions.invoices(caller.team(), number, PAGE), PAGE);
  }

  @Get("/{id}")
  @Operation(summary = "One invoice of my team")
  InvoiceView invoice(@Parameter(hidden = true) Caller caller, String id) {
    return subscriptions
        .invoice(caller.team(), parsed(id))
        .map(InvoiceView::of)
        .orElseThrow(InvoicesController::unknown);
  }

  private static InvoiceId parsed(String id) {
    try {
      return InvoiceId.parse(id);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound("no-such-invoice", "Your team has no such invoice.");
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new BadInput("below", "must be the `next` of a page");
    }
  }
}
