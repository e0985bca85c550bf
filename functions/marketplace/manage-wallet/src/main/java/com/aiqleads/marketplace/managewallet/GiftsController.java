package com.aiqleads.marketplace.managewallet;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.marketplace.managewallet.GiftRequest.Gift;
import com.aiqleads.marketplace.managewallet.WalletViews.GiftView;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Optional;

@Controller("/gifts")
@Tag(name = "Money")
final class GiftsController {

  private final Wallets wallets;
  private final InstantSource clock;

  GiftsController(Wallets wallets, InstantSource clock) {
    this.wallets = wallets;
    this.clock = clock;
  }

  @Post
  @Operation(
      summary = "Give a team credit",
      description =
          "Spent before what the team has paid for. With an Idempotency-Key the same gift is one for"
              + " ever, however often it is asked for.")
  GiftView give(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) @Header("Idempotency-Key") Optional<String> key,
      @Body GiftRequest body) {
    TransferId id =
        new TransferId(
            key.map(text -> Ids.derived("gift", caller.user().text(), text))
                .orElseGet(() -> Ids.next(clock)));
    Gift gift = body.checked(id, clock.instant());
    return switch (wallets.grant(gift.team(), gift.grant())) {
      case GRANTED, GRANTED_BEFORE -> new GiftView(id.text());
      case ID_REUSED -> throw new Conflict("key-reused", "This key was used for another gift.");
    };
  }
}
