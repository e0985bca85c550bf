package com.aiqleads.marketplace.cards;

import com.aiqleads.marketplace.payments.CardOnFile;

/// Those who keep cards. Never called within a transaction.
public interface CardVault {

  /// Begins to save a card, or finds it again: the same card is one for them.
  SavingAnswer start(Card card);

  /// How it stands with one that has begun.
  SavingAnswer ask(Card card);

  /// Whether they have forgotten it, now or before.
  boolean forget(CardOnFile card);
}
