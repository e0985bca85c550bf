package com.aiqleads.marketplace.proveexclusivity;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.exclusivity.ExclusiveSale;
import com.aiqleads.marketplace.exclusivity.ExclusiveSales;
import com.aiqleads.marketplace.exclusivity.ReceiptSeal;
import com.aiqleads.marketplace.proveexclusivity.ExclusivityViews.ExclusivityReceiptView;
import com.aiqleads.marketplace.proveexclusivity.ExclusivityViews.KeysView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// A receipt is written when it is asked for: it says what does not change.
@Singleton
record ProveExclusivity(ExclusiveSales sales, ReceiptSeal seal) {

  private static final int MOST = 100;

  List<ExclusivityReceiptView> of(TeamId team) {
    return sales.of(team, MOST).stream()
        .map(sale -> ExclusivityReceiptView.of(sale, seal.seal(sale.receipt())))
        .toList();
  }

  /// Nothing for what we did not sign, or have not in our books as it says.
  Optional<ExclusiveSale> check(String receipt) {
    return seal.open(receipt)
        .flatMap(
            opened ->
                sales.find(opened.line()).filter(sale -> sale.receipt().isOfSameSaleAs(opened)));
  }

  KeysView keys() {
    return KeysView.of(seal.keys());
  }
}
