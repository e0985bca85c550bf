package com.aiqleads.marketplace.returns;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// Why a lead may be given back. For what can be found out from what we keep there is more time;
/// and only a lead that is good for somebody else is sold again.
public enum ReturnReason {
  BAD_PHONE("The phone number is no private one, or out of service.", true, false),
  BOUNCED_EMAIL("Mail to the seller comes back.", true, false),
  DUPLICATE("Your team had bought the same home or seller before.", true, true),
  LISTING_GONE("The advertisement had ended before you bought it.", true, false),
  FRAUD("The advertisement is a fraud.", true, false),
  OUT_OF_AREA("The home is outside of where you buy.", false, true),
  WRONG_PERSON("Whoever answers does not sell the home.", false, false),
  UNDELIVERED("It could not be delivered, and nobody of your team has looked at it.", true, true);

  private static final Duration USUAL = Duration.ofDays(14);
  private static final Duration LONGER = Duration.ofDays(21);

  private final String text;
  private final boolean objective;
  private final boolean freesSlot;

  ReturnReason(String text, boolean objective, boolean freesSlot) {
    this.text = text;
    this.objective = objective;
    this.freesSlot = freesSlot;
  }

  /// As the API writes it.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String text() {
    return text;
  }

  /// Whether anything that we keep can tell.
  public boolean isObjective() {
    return objective;
  }

  /// Whether others may buy what is given back whole.
  public boolean freesSlot() {
    return freesSlot;
  }

  /// How long after the purchase it may be given.
  public Duration window() {
    return objective ? LONGER : USUAL;
  }

  public static ReturnReason parse(String code) {
    return Arrays.stream(values())
        .filter(reason -> reason.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such reason"));
  }
}
