package com.aiqleads.marketplace.topupwallet;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.marketplace.cards.AutoTopUps;
import com.aiqleads.marketplace.topupwallet.CardViews.AutoTopUpView;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/wallet/auto-top-up")
@Tag(name = "Money")
final class AutoTopUpController {

  private static final int SHOWN = 50;

  private final AutoTopUps autoTopUps;

  AutoTopUpController(AutoTopUps autoTopUps) {
    this.autoTopUps = autoTopUps;
  }

  @Get
  @Operation(
      summary = "Whether my team's wallet fills itself",
      description =
          "With what is being taken from the saved card, or waits for its owner, and the last"
              + " fifty times that something was taken.")
  AutoTopUpView setting(@Parameter(hidden = true) Caller caller) {
    return view(caller.team());
  }

  @Put
  @Operation(
      summary = "Let my team's wallet fill itself from the saved card",
      description =
          "Whenever a hold or a purchase leaves less than the threshold, within a minute or two: at"
              + " most five times a day, ten minutes apart, and never more in a month than the cap."
              + " It ends by itself after three failures in a row. Who agreed to which text, and"
              + " when, is kept.")
  AutoTopUpView switchOn(@Parameter(hidden = true) Caller caller, @Body AutoTopUpRequest body) {
    if (!autoTopUps.switchOn(caller.team(), caller.user(), body.checked())) {
      throw new Conflict("no-card", "Save a card first, on the wallet page or by the API.");
    }
    return view(caller.team());
  }

  @Delete
  @Operation(summary = "Stop filling my team's wallet", description = "From now on.")
  AutoTopUpView switchOff(@Parameter(hidden = true) Caller caller) {
    autoTopUps.switchOff(caller.team());
    return view(caller.team());
  }

  private AutoTopUpView view(TeamId team) {
    return AutoTopUpView.of(
        autoTopUps.of(team), autoTopUps.awaited(team), autoTopUps.charges(team, SHOWN));
  }
}
