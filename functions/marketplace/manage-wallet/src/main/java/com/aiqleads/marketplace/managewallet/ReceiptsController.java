package com.aiqleads.marketplace.managewallet;

import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.managewallet.ReceiptViews.ReceiptView;
import com.aiqleads.marketplace.managewallet.ReceiptViews.ReceiptsView;
import com.aiqleads.marketplace.receipts.ReceiptId;
import com.aiqleads.marketplace.receipts.Receipts;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/receipts")
@Tag(name = "Money")
final class ReceiptsController {

  private static final int PAGE = 50;

  private final Receipts receipts;

  ReceiptsController(Receipts receipts) {
    this.receipts = receipts;
  }

  @Get
  @Operation(
      summary = "The receipts and credit notes of my team",
      description =
          "Newest first, fifty at a time. They are written within two minutes of what they are for,"
              + " numbered without gaps, and never change.")
  ReceiptsView receipts(
      @Parameter(hidden = true) Caller caller,
      @QueryValue @Parameter(description = "The `next` of a page.") Optional<String> below) {
    long place = below.map(ReceiptsController::place).orElse(Long.MAX_VALUE);
    return ReceiptsView.of(receipts.of(caller.team(), place, PAGE), PAGE);
  }

  @Get("/{id}")
  @Operation(summary = "One receipt or credit note of my team")
  ReceiptView receipt(@Parameter(hidden = true) Caller caller, String id) {
    return receipts
        .receipt(caller.team(), parsed(id))
        .map(ReceiptView::of)
        .orElseThrow(ReceiptsController::unknown);
  }

  private static ReceiptId parsed(String id) {
    try {
      return ReceiptId.parse(id);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound(
        "no-such-receipt",
        "Your team has no such receipt. It is written within two minutes of what it is for.");
  }

  private static long place(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new BadInput("below", "must be the `next` of a page");
    }
  }
}
