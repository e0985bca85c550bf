package com.aiqleads.marketplace.topupwallet;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.cards.AutoTopUps;
import com.aiqleads.marketplace.cards.Card;
import com.aiqleads.marketplace.cards.CardCharge;
import com.aiqleads.marketplace.cards.CardFace;
import com.aiqleads.marketplace.cards.Consent;
import com.aiqleads.marketplace.cards.Stop;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is told about a saved card and what is taken from it.
final class CardViews {

  private CardViews() {}

  @Serdeable
  record CardView(
      @Nullable SavedCardView card,
      @Nullable @Schema(description = "Where to type one, as long as that is possible.") URI page,
      ConsentView consent) {

    static CardView of(Optional<Card> saved, Optional<Card> begun) {
      return new CardView(
          saved.flatMap(Card::saved).map(it -> SavedCardView.of(it.face())).orElse(null),
          begun.flatMap(Card::page).orElse(null),
          ConsentView.of(Consent.SAVE_CARD));
    }
  }

  @Serdeable
  record SavedCardView(
      @Schema(example = "visa") String brand,
      @Schema(example = "4242") String lastFour,
      @Schema(description = "Its last month", example = "2034-12") String expires) {

    static SavedCardView of(CardFace face) {
      return new SavedCardView(face.brand(), face.lastFour(), face.expires().toString());
    }
  }

  @Serdeable
  record AutoTopUpView(
      boolean on,
      @Nullable @Schema(description = "None if it was never on, as the next two") Money threshold,
      @Nullable Money amount,
      @Nullable Money monthlyCap,
      @Nullable
          @Schema(
              description = "Why it is off",
              allowableValues = {
                "by_team",
                "no_card",
                "card_expired",
                "card_refused",
                "failed_too_often",
                "taken_back"
              })
          String stopped,
      @Nullable @Schema(description = "When it was switched on or off") Instant since,
      @Schema(description = "What is under way, or waits for the owner of the card")
          List<AwaitedView> awaited,
      @Schema(description = "What was taken from the card, newest first") List<ChargeView> charges,
      ConsentView consent) {

    static AutoTopUpView of(
        Optional<AutoTopUps.Setting> setting, List<CardCharge> awaited, List<CardCharge> charges) {
      Optional<Stop> stopped = setting.flatMap(AutoTopUps.Setting::stopped);
      return new AutoTopUpView(
          setting.isPresent() && stopped.isEmpty(),
          setting.map(it -> it.rule().threshold()).orElse(null),
          setting.map(it -> it.rule().amount()).orElse(null),
          setting.map(it -> it.rule().monthlyCap()).orElse(null),
          stopped.map(CardViews::word).orElse(null),
          setting.map(AutoTopUps.Setting::since).orElse(null),
          awaited.stream().map(AwaitedView::of).toList(),
          charges.stream().map(ChargeView::of).toList(),
          ConsentView.of(Consent.AUTO_TOP_UP));
    }
  }

  @Serdeable
  record AwaitedView(
      @Schema(description = "The payment, as in the list of top-ups") String id,
      @Schema(allowableValues = {"auto_top_up", "renewal"}) String cause,
      @Nullable @Schema(description = "The invoice that it is for") String invoice,
      Money amount,
      Instant since,
      @Schema(
              description =
                  "Who has to act: the bank, which is asked until it answers, or the owner of the"
                      + " card, who tops up on the page",
              allowableValues = {"bank", "owner"})
          String waitsFor,
      @Nullable @Schema(description = "From when on it is tried again by itself, if it is")
          Instant again) {

    static AwaitedView of(CardCharge charge) {
      return new AwaitedView(
          charge.payment().text(),
          causeOf(charge),
          invoiceOf(charge),
          charge.amount(),
          charge.at(),
          charge.needsPayer() ? "owner" : "bank",
          charge.again().orElse(null));
    }
  }

  private static String causeOf(CardCharge charge) {
    return charge.isAutoTopUp() ? "auto_top_up" : "renewal";
  }

  private static @Nullable String invoiceOf(CardCharge charge) {
    return charge.invoice().map(it -> it.text()).orElse(null);
  }

  @Serdeable
  record ChargeView(
      String id,
      @Schema(allowableValues = {"auto_top_up", "renewal"}) String cause,
      @Nullable @Schema(description = "The invoice that it was for") String invoice,
      Money amount,
      Instant at,
      @Schema(allowableValues = {"open", "paid", "failed"}) String outcome,
      @Nullable @Schema(description = "Why it failed, in the bank's word") String reason) {

    static ChargeView of(CardCharge charge) {
      return new ChargeView(
          charge.payment().text(),
          causeOf(charge),
          invoiceOf(charge),
          charge.amount(),
          charge.at(),
          word(charge.outcome()),
          charge.reason().orElse(null));
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
