package com.aiqleads.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.pricing.Shelf.Placed;
import com.aiqleads.marketplace.pricing.Shelf.Repriced;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfTest {

  private static final Circumstances LEAD =
      new Circumstances(
          List.of("fsbo"),
          "house",
          "FL",
          1,
          80,
          5,
          new Market(0, 0, null, null, null, Money.usd(20_00), null));

  @Test
  void isOtherWhenEitherPriceIs() {
    assertThat(repriced(20_00, 60_00).isOther()).isFalse();
    assertThat(repriced(19_99, 60_00).isOther()).isTrue();
    assertThat(repriced(20_00, 60_01).isOther()).isTrue();
  }

  private static Repriced repriced(long shared, long exclusive) {
    Placed placed = new Placed(OfferFixtures.leadId(1), 1, 0, Money.usd(60_00), LEAD);
    Price price =
        new Price(Money.usd(shared), Money.usd(exclusive), PriceBook.FIRST.version(), List.of());
    return new Repriced(placed, new Quote(LEAD, price));
  }
}
