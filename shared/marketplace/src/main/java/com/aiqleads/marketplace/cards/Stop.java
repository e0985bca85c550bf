package com.aiqleads.marketplace.cards;

/// Why a wallet is not filled by itself any more.
public enum Stop {
  /// Somebody of the team switched it off.
  BY_TEAM,
  NO_CARD,
  CARD_EXPIRED,
  /// The bank will never pay by this card.
  CARD_REFUSED,
  FAILED_TOO_OFTEN,
  /// What was taken was given back, or is contested at the bank.
  TAKEN_BACK
}
