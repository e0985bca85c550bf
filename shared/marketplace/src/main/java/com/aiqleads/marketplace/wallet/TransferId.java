package com.aiqleads.marketplace.wallet;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One movement of money. Whoever wants it makes its id, so that it happens once.
public record TransferId(UUID value) implements Id {

  public static final String PREFIX = "transfer";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static TransferId parse(String text) {
    return Ids.parse(PREFIX, text, TransferId::new);
  }
}
