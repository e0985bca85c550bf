package com.aiqleads.marketplace.proveexclusivity;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.proveexclusivity.ExclusivityViews.ExclusivityReceiptsView;
import com.aiqleads.marketplace.proveexclusivity.ExclusivityViews.KeysView;
import com.aiqleads.marketplace.proveexclusivity.ExclusivityViews.VerdictView;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller
@Tag(name = "Orders")
final class ReceiptsController {

  private final ProveExclusivity proveExclusivity;

  ReceiptsController(ProveExclusivity proveExclusivity) {
    this.proveExclusivity = proveExclusivity;
  }

  @Get("/exclusivity-receipts")
  @Operation(
      summary = "What my team bought alone",
      description =
          "A signed receipt of each lead, the newest first; at most 100. Whoever is shown one can"
              + " verify it with `GET /exclusivity-keys`, or ask us, without an account.")
  ExclusivityReceiptsView exclusivityReceipts(@Parameter(hidden = true) Caller caller) {
    return new ExclusivityReceiptsView(proveExclusivity.of(caller.team()));
  }

  @Get("/exclusivity/{receipt}")
  @Operation(
      summary = "Whether a receipt is ours and still true",
      description =
          "`verdict` is `valid`, or says why the receipt is revoked: `given-back`, `refunded`. What"
              + " we did not sign is refused with `not-our-receipt`.")
  VerdictView checkExclusivity(String receipt) {
    return proveExclusivity
        .check(receipt)
        .map(VerdictView::of)
        .orElseThrow(
            () ->
                new NotFound(
                    "not-our-receipt",
                    "We did not sign this receipt, or it was changed since. Copy the whole of it."));
  }

  @Get("/exclusivity-keys")
  @Operation(
      summary = "What receipts are verified with",
      description =
          "The public keys of all receipts of ours, also of those of before. That a lead was given"
              + " back since only `GET /exclusivity/{receipt}` says.")
  KeysView exclusivityKeys() {
    return proveExclusivity.keys();
  }
}
