package com.aiqleads.marketplace.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @Test
  void endsWithWhatTheLastMovementLeft() {
    Movement gift =
        new Movement(
            1, Movement.Kind.GIFT, Money.usd(5_00), Money.usd(12_00), Instant.EPOCH, "a gift");

    assertThat(statement(List.of(gift)).closing()).isEqualTo(Money.usd(12_00));
  }

  @Test
  void endsAsItBeganWhenNothingMoved() {
    assertThat(statement(List.of()).closing()).isEqualTo(Money.usd(7_00));
  }

  private static Statement statement(List<Movement> movements) {
    return new Statement(DAY, DAY, Money.usd(7_00), movements);
  }
}
