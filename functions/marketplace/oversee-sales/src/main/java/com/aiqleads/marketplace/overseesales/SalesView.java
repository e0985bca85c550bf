package com.aiqleads.marketplace.overseesales;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.orders.Sale;
import com.aiqleads.marketplace.receipts.ReceiptId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of what all teams bought.
@Serdeable
record SalesView(
    List<SaleView> sales,
    @Nullable @Schema(description = "`cursor` of the next page; none on the last.") String next) {

  static SalesView of(List<Sale> page, @Nullable String next) {
    return new SalesView(page.stream().map(SaleView::of).toList(), next);
  }

  @Serdeable
  record SaleView(
      String order,
      TeamId team,
      Instant at,
      @Schema(description = "Otherwise from the wallet.") boolean byCard,
      int leads,
      Money total,
      @Schema(description = "To the wallet, for leads that were given back.") Money returned,
      @Schema(description = "By the gateway or the bank of the card.") Money takenBack,
      @Nullable @Schema(description = "Its number, once it is written.") String receipt,
      @Nullable @Schema(description = "Its id; `GET /papers/{id}` is all of it.")
          String receiptId) {

    static SaleView of(Sale sale) {
      return new SaleView(
          sale.order().text(),
          sale.team(),
          sale.at(),
          sale.byCard(),
          sale.leads(),
          sale.total(),
          sale.returned(),
          sale.takenBack(),
          sale.receipt().orElse(null),
          sale.receipt().map(_ -> ReceiptId.of(sale.order()).text()).orElse(null));
    }
  }
}
