package com.aiqleads.marketplace.overseesales;

import com.aiqleads.marketplace.books.Ledger;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/// For admins: it is about the money of all teams together, and of none.
@Controller
@Tag(name = "Books")
final class LedgerController {

  private final Ledger ledger;

  LedgerController(Ledger ledger) {
    this.ledger = ledger;
  }

  @Get("/ledger-health")
  @Operation(
      summary = "How the books stand",
      description =
          "The last ten checks, what all accounts hold together, and what still waits: all of it"
              + " at one moment.")
  LedgerView ledgerHealth() {
    return LedgerView.of(ledger.health());
  }
}
