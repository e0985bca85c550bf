package com.aiqleads.marketplace.receipts;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.taxes.TaxRate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A receipt or a credit note. It never changes, and says nothing of anybody whom a lead is about.
///
/// @param place in the order in which a team got its papers
/// @param number as it stands on paper, without gaps in its series
/// @param billTo whom the team wanted named when it was written
/// @param original of a credit note, what it gives back of
/// @param total what was paid, with the tax in it
public record Receipt(
    ReceiptId id,
    long place,
    String number,
    Kind kind,
    Optional<String> billTo,
    Optional<Original> original,
    List<Line> lines,
    Money total,
    Money tax,
    TaxRate rate,
    boolean byCard,
    Instant happenedAt,
    Instant issuedAt) {

  /// What it is for.
  public enum Kind {
    ORDER,
    TOP_UP,
    /// What a bank had taken back, and gave us again.
    REINSTATEMENT,
    RETURN,
    /// What went back to a card.
    REFUND;

    public boolean isCredit() {
      return this == RETURN || this == REFUND;
    }
  }

  /// The paper before.
  public record Original(ReceiptId id, String number) {}

  /// One sum of it.
  ///
  /// @param lead nothing for money itself
  public record Line(Optional<SoldLead> lead, Money amount) {}

  /// A lead, by its id alone.
  public record SoldLead(LeadId id, SaleMode mode) {}

  public Receipt {
    lines = List.copyOf(lines);
  }

  public Money net() {
    return total.minus(tax);
  }
}
