package com.aiqleads.marketplace.wallet;

import com.aiqleads.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/// What became of a team's money from one day to another (UTC), both counted, oldest first.
public record Statement(LocalDate from, LocalDate until, Money opening, List<Movement> movements) {

  /// A year, and its leap day.
  public static final int MOST_DAYS = 366;

  public Statement {
    movements = List.copyOf(movements);
  }

  public Money closing() {
    return movements.isEmpty() ? opening : movements.getLast().balance();
  }
}
