package com.aiqleads.marketplace.refunds;

import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.orders.CardOrder.Refusal;
import java.util.Locale;

/// Why money of a card moved, in plain words.
public final class CardReasons {

  public static final Reason REFUNDED =
      new Reason("refunded", "It was given back to the card at the gateway.");

  public static final Reason TAKEN_BACK =
      new Reason("taken_back", "The bank of the card took it back.");

  public static final Reason CONTESTED =
      new Reason("contested", "The bank of the card asks for it; until it decides, it is frozen.");

  public static final Reason GIVEN_BACK =
      new Reason("given_back", "The bank gave back what it had taken.");

  public static final Reason REFUND_FAILED =
      new Reason("refund_failed", "The card did not take what was given back: it came again.");

  private CardReasons() {}

  /// Why an order was paid and not bought.
  public static Reason of(Refusal refusal) {
    String text =
        switch (refusal) {
          case NOT_ON_SALE -> "What it was for had been taken off sale when the card was charged.";
          case TAKEN -> "Somebody else had what it was for when the card was charged.";
          case OVER_LIMIT -> "The team's limits did not allow it when the card was charged.";
          case PAID_OTHERWISE -> "The order had been paid by another payment.";
          case TAKEN_BACK -> "The money was taken back before anything was bought.";
        };
    return new Reason(refusal.name().toLowerCase(Locale.ROOT), text);
  }

  /// Of what was not there any more to be taken.
  public static Reason spent(Reason reason) {
    return new Reason(reason.code(), reason.text() + " It was spent by then: the team owes it.");
  }
}
