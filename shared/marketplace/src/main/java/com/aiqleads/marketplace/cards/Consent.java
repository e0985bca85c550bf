package com.aiqleads.marketplace.cards;

import java.util.Arrays;
import java.util.Optional;

/// What people agree to before anything is taken while they are away. A text never changes:
/// another one gets another version beside it.
public enum Consent {
  SAVE_CARD(
      "save-card-1",
      "AIQLeads may keep this card with Stripe and charge it when nobody of the team is there: for"
          + " an invoice of the team's plan that its wallet does not cover, and for automatic"
          + " top-ups as long as they are switched on. The card can be removed here at any time."),
  AUTO_TOP_UP(
      "auto-top-up-1",
      "Whenever a hold or a purchase leaves less than that in the wallet, AIQLeads charges the saved"
          + " card the amount above and adds it to the wallet, never more in a month than the"
          + " monthly limit. It can be switched off here at any time.");

  private final String version;
  private final String text;

  Consent(String version, String text) {
    this.version = version;
    this.text = text;
  }

  public String version() {
    return version;
  }

  public String text() {
    return text;
  }

  public static Optional<Consent> of(String version) {
    return Arrays.stream(values()).filter(one -> one.version.equals(version)).findFirst();
  }
}
