package com.aiqleads.marketplace.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.receipts.Receipt.Kind;
import com.aiqleads.marketplace.taxes.TaxRate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillToTest {

  @Test
  void namesAFirmOfAtMostTwoHundredLetters() {
    assertThat(new BillTo("a".repeat(200), Optional.of(new State("FL"))).state())
        .hasToString("Optional[FL]");
    for (String name : List.of("", " ", "a".repeat(201), "two\nlines")) {
      assertThatThrownBy(() -> new BillTo(name, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "F", "fl", "XX", "FLA"})
  void isInAStateThatThereIs(String code) {
    assertThatThrownBy(() -> new State(code)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReceiptIsThatOfItsOrder() {
    OrderId order = new OrderId(Ids.derived("order"));
    ReceiptId id = ReceiptId.of(order);

    assertThat(ReceiptId.parse(id.text())).isEqualTo(id).hasToString(id.text());
    Receipt receipt =
        new Receipt(
            id,
            1,
            "AIQ-R-1",
            Kind.ORDER,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Money.usd(34_00),
            Money.usd(2_59),
            new TaxRate(82_500),
            false,
            Instant.EPOCH,
            Instant.EPOCH);
    assertThat(receipt.net()).isEqualTo(Money.usd(31_41));
    assertThat(List.of(Kind.values()))
        .filteredOn(Kind::isCredit)
        .containsExactly(Kind.RETURN, Kind.REFUND);
  }
}
