package com.aiqleads.marketplace.cards;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One wish to save a card, and then that card.
public record CardId(UUID value) implements Id {

  public static final String PREFIX = "card";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static CardId parse(String text) {
    return Ids.parse(PREFIX, text, CardId::new);
  }
}
