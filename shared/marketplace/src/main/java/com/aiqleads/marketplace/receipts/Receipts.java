package com.aiqleads.marketplace.receipts;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.taxes.Taxes;
import java.util.List;
import java.util.Optional;

/// The papers of all teams. They are written behind the postings: nobody waits for a number.
public interface Receipts {

  /// Writes those of the next movements of money; says how many movements there were. Who comes
  /// second waits, and goes on behind the first.
  int issue(int most, Taxes taxes);

  /// The newest of those before this place, newest first.
  List<Receipt> of(TeamId team, long below, int limit);

  Optional<Receipt> receipt(TeamId team, ReceiptId id);

  /// For our own people alone: it may name a firm.
  Optional<TeamReceipt> ofAnyTeam(ReceiptId id);

  /// Nothing if nobody has said.
  Optional<BillTo> billTo(TeamId team);

  /// For what is written from now on.
  void billTo(TeamId team, BillTo who);
}
