package com.aiqleads.marketplace.cards;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What kind of no a bank said, and so when it is worth asking again.
public enum Decline {
  /// Another day it may say yes.
  SOFT(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(8)),
  /// It wants to ask whoever has the card: only they can go on, on the page.
  NEEDS_PAYER(Duration.ofDays(1)),
  /// Never by this card.
  HARD(Duration.ofDays(1)),
  /// No bank was asked, and so none said no: nothing counts, and nothing is waited for.
  UNASKED(Duration.ZERO);

  /// The gateway was to be asked, and never was until it was too late to.
  public static final String NEVER_BEGUN = "never begun";

  private static final Set<String> UNASKED_REASONS = Set.of(NEVER_BEGUN, "withdrawn");

  private static final Set<String> NEVER =
      Set.of(
          "expired_card",
          "incorrect_number",
          "invalid_account",
          "lost_card",
          "stolen_card",
          "pickup_card",
          "restricted_card",
          "card_not_supported",
          "revocation_of_authorization",
          "revocation_of_all_authorizations");

  private final Duration rest;

  @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
  private final List<Duration> days;

  Decline(Duration rest, Duration... days) {
    this.rest = rest;
    this.days = List.of(days);
  }

  /// What follows from the word of a bank.
  ///
  /// @param reason as the gateway passes it on
  public static Decline of(String reason) {
    if (reason.equals("authentication_required")) {
      return NEEDS_PAYER;
    }
    if (UNASKED_REASONS.contains(reason)) {
      return UNASKED;
    }
    return NEVER.contains(reason) || reason.startsWith("refused: ") ? HARD : SOFT;
  }

  /// By what words those are known of which no bank has heard.
  public static Set<String> unaskedReasons() {
    return UNASKED_REASONS;
  }

  /// How long no wallet is filled by that card.
  Duration rest() {
    return rest;
  }

  /// How long until the same invoice is tried again by the same card, if ever.
  ///
  /// @param failures so far
  Optional<Duration> untilNextTry(int failures) {
    return failures > days.size() ? Optional.empty() : Optional.of(days.get(failures - 1));
  }
}
