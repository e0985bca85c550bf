package com.aiqleads.marketplace.exclusivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExclusivityReceiptTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");
  private static final ExclusiveSale SALE =
      new ExclusiveSale(
          new OrderLineId(Ids.derived("line", "one")),
          new LeadId(Ids.derived("lead", "one")),
          NOON,
          0,
          Optional.empty());

  @Test
  void saysWhatWasSoldAndSinceWhen() {
    assertThat(SALE.receipt().text())
        .isEqualTo(
            "{\"line\":\"%s\",\"lead\":\"%s\",\"from\":\"2026-11-20T12:00:00.123456Z\",\"until\":\"for good\",\"soldBefore\":0}"
                .formatted(SALE.line().text(), SALE.lead().text()));
  }

  @Test
  void isOfTheSameSaleHoweverOftenTheLeadWasSoldBefore() {
    assertThat(receipt("one", "one", NOON, 0).isOfSameSaleAs(receipt("one", "one", NOON, 2)))
        .isTrue();
    assertThat(receipt("one", "one", NOON, 0).isOfSameSaleAs(receipt("two", "one", NOON, 0)))
        .isFalse();
    assertThat(receipt("one", "one", NOON, 0).isOfSameSaleAs(receipt("one", "two", NOON, 0)))
        .isFalse();
    assertThat(
            receipt("one", "one", NOON, 0)
                .isOfSameSaleAs(receipt("one", "one", NOON.plusSeconds(1), 0)))
        .isFalse();
  }

  private static ExclusivityReceipt receipt(String line, String lead, Instant at, int before) {
    return new ExclusiveSale(
            new OrderLineId(Ids.derived("line", line)),
            new LeadId(Ids.derived("lead", lead)),
            at,
            before,
            Optional.empty())
        .receipt();
  }

  @Test
  void isReadAsItWasWritten() {
    assertThat(ExclusivityReceipt.parse(SALE.receipt().text())).isEqualTo(SALE.receipt());
  }

  @ParameterizedTest
  @CsvSource({
    "line_, order_",
    "lead_, team_",
    "Z, ''",
    "2026, year",
    "-11-, -13-",
    "for good, for ever",
    "from, sold",
    ":0}, :-1}",
    ":0}, :00000}",
    "'}', '} '"
  })
  void isNothingElse(String part, String other) {
    String changed = SALE.receipt().text().replace(part, other);

    assertThatIllegalArgumentException().isThrownBy(() -> ExclusivityReceipt.parse(changed));
  }

  @Test
  void isTheSameReceiptAfterTheSaleHasEnded() {
    ExclusiveSale ended =
        new ExclusiveSale(
            SALE.line(),
            SALE.lead(),
            NOON,
            0,
            Optional.of(new ExclusiveSale.Ending(ExclusiveSale.Reason.REFUNDED, NOON)));

    assertThat(ended.receipt()).isEqualTo(SALE.receipt());
  }
}
