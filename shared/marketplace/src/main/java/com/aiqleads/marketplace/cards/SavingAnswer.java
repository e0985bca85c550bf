package com.aiqleads.marketplace.cards;

import java.net.URI;

/// What a gateway says of a card that is being saved.
public sealed interface SavingAnswer {

  /// Somebody has to type it there.
  record Open(String session, URI page) implements SavingAnswer {}

  record Saved(String session, Card.Saved card) implements SavingAnswer {}

  /// For good: nobody can type it any more.
  record Over(String reason) implements SavingAnswer {}

  /// No answer: everything is possible.
  record Unknown(String why) implements SavingAnswer {}
}
