package com.aiqleads.marketplace.managewallet;

import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.marketplace.managewallet.WalletViews.MovementsView;
import com.aiqleads.marketplace.managewallet.WalletViews.WalletView;
import com.aiqleads.marketplace.wallet.Wallets;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/wallet")
@Tag(name = "Money")
final class WalletController {

  private static final int PAGE = 100;

  private final Wallets wallets;

  WalletController(Wallets wallets) {
    this.wallets = wallets;
  }

  @Get
  @Operation(summary = "The money of my team", description = "What it may spend, and until when.")
  WalletView wallet(@Parameter(hidden = true) Caller caller) {
    return WalletView.of(wallets.of(caller.team()));
  }

  @Get("/movements")
  @Operation(
      summary = "Every movement of my team's money",
      description = "Newest first, a hundred at a time, each with the balance after it.")
  MovementsView movements(
      @Parameter(hidden = true) Caller caller,
      @QueryValue @Parameter(description = "The `next` of a page.") Optional<String> below) {
    long number = below.map(WalletController::number).orElse(Long.MAX_VALUE);
    return MovementsView.of(wallets.statement(caller.team(), number, PAGE), PAGE);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new BadInput("below", "must be the `next` of a page");
    }
  }
}
