package com.aiqleads.marketplace.topupwallet;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.marketplace.cards.Card;
import com.aiqleads.marketplace.cards.CardDesk;
import com.aiqleads.marketplace.cards.CardId;
import com.aiqleads.marketplace.cards.CardVault;
import com.aiqleads.marketplace.cards.Cards;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.topupwallet.CardViews.CardView;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Optional;

@Controller("/wallet/card")
@Tag(name = "Money")
final class CardController {

  private final Cards cards;
  private final CardDesk desk;
  private final PaymentGateway gateway;
  private final InstantSource clock;

  CardController(Cards cards, CardVault vault, PaymentGateway gateway, InstantSource clock) {
    this.cards = cards;
    this.desk = new CardDesk(cards, vault);
    this.gateway = gateway;
    this.clock = clock;
  }

  @Get
  @Operation(
      summary = "The saved card of my team",
      description =
          "By what people know it by; nothing else of it is here. One that was just typed is found"
              + " at once.")
  CardView card(@Parameter(hidden = true) Caller caller) {
    cards.begun(caller.team()).ifPresent(desk::forward);
    return view(caller);
  }

  @Post
  @Operation(
      summary = "Save a card for my team",
      description =
          "Answers with the page on which to type it; we never see it. It takes the place of the"
              + " one before when it is saved. Nothing is charged.")
  CardView save(
      @Parameter(hidden = true) Caller caller,
      @Parameter(hidden = true) @Header("Idempotency-Key") Optional<String> key,
      @Body CardRequest body) {
    body.check();
    if (!gateway.isOpen()) {
      throw new Conflict("no-payments", "Nobody can pay by card here yet; ask for credit.");
    }
    CardId id =
        new CardId(
            key.map(text -> Ids.derived("card", caller.user().text(), text))
                .orElseGet(() -> Ids.next(clock)));
    Card begun =
        desk.save(caller.team(), caller.user(), id)
            .orElseThrow(() -> new Conflict("key-reused", "This key was used for another card."));
    return CardView.of(cards.saved(caller.team()), Optional.of(begun));
  }

  @Delete
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Remove the saved card of my team",
      description = "Nothing is taken from it any more, and automatic top-up is off.")
  void remove(@Parameter(hidden = true) Caller caller) {
    desk.remove(caller.team());
  }

  /// Whoever has the page can save a card there.
  private CardView view(Caller caller) {
    Optional<Card> begun = cards.begun(caller.team()).filter(_ -> caller.may("platform:write"));
    return CardView.of(cards.saved(caller.team()), begun);
  }
}
