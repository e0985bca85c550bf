package com.aiqleads.marketplace.receipts;

import java.util.Optional;

/// Whom a team's receipts name.
///
/// @param name of the firm, as it writes itself
/// @param state where it is, whose taxes are in what it pays; nothing outside the United States
public record BillTo(String name, Optional<State> state) {

  static final int LONGEST = 200;

  public BillTo {
    if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(sign -> sign < ' ')) {
      throw new IllegalArgumentException("no name of a firm");
    }
  }
}
