package com.aiqleads.marketplace.issuereceipts;

import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.marketplace.receipts.Receipts;
import com.aiqleads.marketplace.taxes.Taxes;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Some hundred movements of money at a time: each time is one transaction, and what it has written
/// stays written.
@Singleton
record IssueReceipts(Receipts receipts, Taxes taxes, RemainingTime remainingTime) {

  private static final int AT_ONCE = 500;
  private static final int MOST_ROUNDS = 200;
  private static final Duration ENOUGH = Duration.ofSeconds(25);

  /// How many movements were looked at.
  int issue() {
    int looked = 0;
    for (int round = 0; round < MOST_ROUNDS && hasTime(); round++) {
      int more = receipts.issue(AT_ONCE, taxes);
      looked += more;
      if (more < AT_ONCE) {
        break;
      }
    }
    return looked;
  }

  private boolean hasTime() {
    return remainingTime.remaining().compareTo(ENOUGH) >= 0;
  }
}
