package com.aiqleads.marketplace.pricing;

import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/// One line of the history of the price book. Nobody wrote the first one: it is in the code.
public record BookEntry(int number, PriceBook book, Optional<Signed> signed) {
  public static final int FIRST_NUMBER = 1;
  public static final BookEntry FIRST =
      new BookEntry(FIRST_NUMBER, PriceBook.FIRST, Optional.empty());

  /// Who put it in force, when and why.
  ///
  /// @param restores the version whose figures were taken again
  public record Signed(UserId by, Instant at, String note, Optional<String> restores) {}
}
