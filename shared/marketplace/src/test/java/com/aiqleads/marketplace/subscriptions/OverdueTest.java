package com.aiqleads.marketplace.subscriptions;

import static com.aiqleads.marketplace.subscriptions.AccountFixtures.BEGINNING;
import static com.aiqleads.marketplace.subscriptions.AccountFixtures.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverdueTest {

  @Test
  void whoOwesNothingIsClear() {
    assertThat(Overdue.of(List.of(), BEGINNING)).isEqualTo(Overdue.CLEAR);
  }

  @ParameterizedTest
  @CsvSource({
    "P0D,WARNED",
    "P13DT23H59M59S,WARNED",
    "P14D,BLOCKED",
    "P20DT23H59M59S,BLOCKED",
    "P21D,LOST"
  })
  void anUnpaidInvoiceWeighsMoreWithItsAge(Duration age, Overdue overdue) {
    Instant now = BEGINNING.plus(age);

    assertThat(Overdue.of(List.of(unpaid(100, 1, now), unpaid(100, 1, BEGINNING)), now))
        .isEqualTo(overdue);
  }

  @Test
  void manyWeighMoreThanFew() {
    Unpaid one = unpaid(100, 1, BEGINNING);

    assertThat(Overdue.of(List.of(one, one), BEGINNING)).isEqualTo(Overdue.WARNED);
    assertThat(Overdue.of(List.of(one, one, one), BEGINNING)).isEqualTo(Overdue.BLOCKED);
  }

  @Test
  void muchWeighsMoreThanLittle() {
    assertThat(Overdue.of(List.of(unpaid(99_999, 1, BEGINNING)), BEGINNING))
        .isEqualTo(Overdue.WARNED);
    assertThat(Overdue.of(List.of(unpaid(100_000, 1, BEGINNING)), BEGINNING))
        .isEqualTo(Overdue.BLOCKED);
  }

  @ParameterizedTest
  @CsvSource({
    "TOO_LITTLE_CREDIT,1,PT1H",
    "TOO_LITTLE_CREDIT,2,PT3H",
    "TOO_LITTLE_CREDIT,3,P1D",
    "TOO_LITTLE_CREDIT,4,P2D",
    "TOO_LITTLE_CREDIT,5,P10D",
    "TOO_LITTLE_CREDIT,6,P16D",
    "IN_DEBT,1,P8D",
    "IN_DEBT,2,P16D"
  })
  void eachFailureHasItsTimes(Failure failure, int tries, Duration after) {
    assertThat(failure.nextTry(tries, BEGINNING)).contains(BEGINNING.plus(after));
  }

  @Property
  void triesComeLaterEachTimeAndEndBeforeItIsLost(
      @ForAll Failure failure, @ForAll @IntRange(min = 1, max = 20) int tries) {
    Optional<Instant> next = failure.nextTry(tries, BEGINNING);
    Optional<Instant> after = failure.nextTry(tries + 1, BEGINNING);

    assertThat(after.isPresent() && next.isEmpty()).isFalse();
    after.ifPresent(it -> assertThat(it).isAfter(next.orElseThrow()));
    next.ifPresent(
        it ->
            assertThat(it).isBetween(BEGINNING.plusSeconds(1), BEGINNING.plus(Overdue.LOST_AFTER)));
  }
}
