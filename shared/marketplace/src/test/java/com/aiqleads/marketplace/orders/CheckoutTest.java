package com.aiqleads.marketplace.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.Ending;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.SaleMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckoutTest {

  private static final OrderId ORDER = new OrderId(Ids.derived("order"));
  private static final UserId BUYER = new UserId(Ids.derived("user"));

  @Test
  void buysOneToAHundredHoldsEachOnce() {
    assertThat(checkout(holds(100)).holds()).hasSize(100);
    assertThatIllegalArgumentException().isThrownBy(() -> checkout(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> checkout(holds(101)));
    HoldId hold = new HoldId(Ids.derived("hold"));
    assertThatIllegalArgumentException().isThrownBy(() -> checkout(List.of(hold, hold)));
  }

  @Test
  void anOrderKeepsItsLeads() {
    OrderLineId line = new OrderLineId(Ids.derived("line"));
    BoughtLead lead =
        new BoughtLead(
            line, OfferFixtures.leadId(1), SaleMode.SHARED, Money.usd(1), "House in Miami, FL");

    assertThat(new Order(ORDER, BUYER, Money.usd(1), Instant.EPOCH, List.of(lead)).leads())
        .containsExactly(lead);
    assertThat(OrderLineId.parse(line.text())).isEqualTo(line);
    assertThat(line).hasToString(line.text());
    assertThat(OrderId.parse(ORDER.text())).isEqualTo(ORDER);
    assertThat(ORDER).hasToString(ORDER.text());
  }

  @Test
  void aPurchaseSaysWhatKeptItFromHappening() {
    List<Purchase> outcomes =
        List.of(
            new Purchase.Paid(Money.usd(1), Instant.EPOCH),
            new Purchase.PaidBefore(Money.usd(1), Instant.EPOCH),
            new Purchase.IdReused(),
            new Purchase.UnknownHold(),
            new Purchase.HoldEnded(OfferFixtures.leadId(1), Ending.EXPIRED),
            new Purchase.NotOnSale(OfferFixtures.leadId(1)),
            new Purchase.CartChanged(Money.usd(1)),
            new Purchase.TooLittleCredit(Money.usd(2), Money.usd(1)));

    assertThat(outcomes).doesNotHaveDuplicates();
  }

  private static Checkout checkout(List<HoldId> holds) {
    return new Checkout(ORDER, BUYER, holds, Money.usd(1));
  }

  private static List<HoldId> holds(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new HoldId(Ids.derived("hold", Integer.toString(number))))
        .toList();
  }
}
