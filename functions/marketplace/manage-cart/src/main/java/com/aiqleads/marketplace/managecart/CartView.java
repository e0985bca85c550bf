package com.aiqleads.marketplace.managecart;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.holds.CartLine;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Serdeable
@Schema(description = "What can be bought now; that which ends first, first.")
record CartView(List<CartLineView> lines, Money total) {

  @Serdeable
  record CartLineView(
      HoldView hold,
      String headline,
      @Schema(description = "If not, it cannot be bought any more.") boolean onSale) {

    static CartLineView of(CartLine line) {
      return new CartLineView(HoldView.of(line.hold()), line.headline(), line.onSale());
    }
  }

  static CartView of(List<CartLine> lines) {
    Money total =
        lines.stream()
            .filter(CartLine::onSale)
            .map(line -> line.hold().price())
            .reduce(Money.usd(0), Money::plus);
    return new CartView(lines.stream().map(CartLineView::of).toList(), total);
  }
}
