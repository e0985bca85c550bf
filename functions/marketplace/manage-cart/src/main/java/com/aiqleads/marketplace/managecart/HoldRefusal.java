package com.aiqleads.marketplace.managecart;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.HoldAnswer;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why a lead is not held, and what would help.
@Serdeable
record HoldRefusal(String code, String detail, @Nullable Instant freeAt, @Nullable Money price) {

  /// Nothing, if it is held.
  static @Nullable HoldRefusal of(HoldAnswer answer) {
    return switch (answer) {
      case HoldAnswer.Held _, HoldAnswer.HeldBefore _ -> null;
      case HoldAnswer.NotOnSale _ ->
          plain("no-such-lead", "There is no lead with this id on sale.");
      case HoldAnswer.SoldOut _ -> plain("sold-out", "The lead is sold as often as it may be.");
      case HoldAnswer.AllHeld(_, var freeAt) ->
          new HoldRefusal(
              "all-held",
              "Others hold the lead and may buy it"
                  + freeAt.map(instant -> ", until " + instant + " at least.").orElse("."),
              freeAt.orElse(null),
              null);
      case HoldAnswer.AlreadyOwned _ -> plain("already-owned", "Your team owns the lead.");
      case HoldAnswer.HeldOtherwise _ ->
          plain("held-otherwise", "Your team holds the lead in the other mode; release it first.");
      case HoldAnswer.PriceChanged(_, Money price) ->
          new HoldRefusal("price-changed", "The lead costs " + price + " now.", null, price);
      case HoldAnswer.OverLimit(_, var span) ->
          plain("over-limit", "Your team's own limit of the " + span.text() + " is reached.");
      case HoldAnswer.TooManyHolds _ ->
          plain("too-many-holds", "Your plan allows no more holds at a time.");
      case HoldAnswer.CoolingDown(_, Instant freeAt) ->
          new HoldRefusal(
              "cooling-down",
              "Your team has just let this lead go: others first, until " + freeAt + ".",
              freeAt,
              null);
      case HoldAnswer.Early(_, Instant opensAt) ->
          new HoldRefusal(
              "early-access",
              "The lead is new: plans with early access come first, and yours can hold it from "
                  + opensAt
                  + ".",
              opensAt,
              null);
      case HoldAnswer.OthersRefused _ ->
          plain("others-refused", "It could be held, but not all others that you asked for.");
    };
  }

  private static HoldRefusal plain(String code, String detail) {
    return new HoldRefusal(code, detail, null, null);
  }
}
