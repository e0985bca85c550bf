package com.aiqleads.marketplace.managewallet;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.marketplace.managewallet.ReceiptViews.BillingView;
import com.aiqleads.marketplace.receipts.BillTo;
import com.aiqleads.marketplace.receipts.Receipts;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/billing-details")
@Tag(name = "Money")
final class BillingController {

  private final Receipts receipts;

  BillingController(Receipts receipts) {
    this.receipts = receipts;
  }

  @Get
  @Operation(summary = "Whom my team's receipts name")
  BillingView billing(@Parameter(hidden = true) Caller caller) {
    return receipts.billTo(caller.team()).map(BillingView::of).orElse(BillingView.NONE);
  }

  @Put
  @Operation(
      summary = "Say whom my team's receipts name",
      description = "On what is written from now on; what was written never changes.")
  BillingView bill(@Parameter(hidden = true) Caller caller, @Body BillingRequest body) {
    BillTo who = body.checked();
    receipts.billTo(caller.team(), who);
    return BillingView.of(who);
  }
}
