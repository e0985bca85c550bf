package com.aiqleads.marketplace.managecart;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.CartLine;
import com.aiqleads.marketplace.payments.PaymentId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(description = "What can be bought now; that which ends first, first.")
record CartView(List<CartLineView> lines, Money total) {

  @Serdeable
  record CartLineView(
      HoldView hold,
      String headline,
      @Schema(description = "If not, it cannot be bought any more.") boolean onSale,
      @Schema(description = "By which somebody is paying for it: `GET /card-orders/{id}`")
          @Nullable String payment) {

    static CartLineView of(CartLine line) {
      return new CartLineView(
          HoldView.of(line.hold()),
          line.headline(),
          line.onSale(),
          line.payment().map(PaymentId::text).orElse(null));
    }
  }

  static CartView of(List<CartLine> lines) {
    Money total =
        lines.stream()
            .filter(CartLine::isForSale)
            .map(line -> line.hold().price())
            .reduce(Money.usd(0), Money::plus);
    return new CartView(lines.stream().map(CartLineView::of).toList(), total);
  }
}
