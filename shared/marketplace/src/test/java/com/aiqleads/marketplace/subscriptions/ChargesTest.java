package com.aiqleads.marketplace.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChargesTest {

  private static final Instant FROM = Instant.parse("2026-01-31T10:00:00Z");
  private static final Period MONTH = new Period(0, FROM, FROM.plus(Duration.ofDays(30)));

  @Test
  void aWholePeriodCostsItsPrice() {
    assertThat(Charges.price(MONTH, List.of(step(4900, 0)))).isEqualTo(Money.usd(4900));
  }

  @Test
  void eachPlanIsPaidForAsLongAsItIsHad() {
    List<Step> half = List.of(step(4900, 0), step(14900, 15 * 24));

    assertThat(Charges.price(MONTH, half)).isEqualTo(Money.usd(2450 + 7450));
  }

  @Test
  void halfCentsGoToTheEvenCent() {
    assertThat(Charges.price(MONTH, List.of(step(1, 0), step(0, 15 * 24)))).isEqualTo(Money.usd(0));
    assertThat(Charges.price(MONTH, List.of(step(3, 0), step(0, 15 * 24)))).isEqualTo(Money.usd(2));
  }

  /// However often somebody changes, all that is billed is what the period costs at its end.
  @Property(tries = 500)
  void differencesAddUpToTheWhole(
      @ForAll @Size(min = 1, max = 15) List<@LongRange(max = 50_000) Long> prices,
      @ForAll @IntRange(max = 47) int hoursBetween) {
    List<Step> steps = new ArrayList<>();
    Money billed = Money.usd(0);
    for (int place = 0; place < prices.size(); place++) {
      Money before = steps.isEmpty() ? Money.usd(0) : Charges.price(MONTH, steps);
      steps.add(step(prices.get(place), place * hoursBetween));
      billed = billed.plus(Charges.price(MONTH, steps).minus(before));
    }

    assertThat(billed).isEqualTo(Charges.price(MONTH, steps));
    assertThat(billed)
        .isBetween(
            Money.usd(prices.stream().mapToLong(it -> it).min().orElseThrow()),
            Money.usd(prices.stream().mapToLong(it -> it).max().orElseThrow()));
  }

  /// More never costs less, and never more than both months.
  @Property(tries = 500)
  void dearerPlansCostTheirShareMore(
      @ForAll @LongRange(max = 50_000) long price,
      @ForAll @LongRange(max = 50_000) long more,
      @ForAll @IntRange(max = 719) int hour) {
    Money whole = Money.usd(price);
    Money both = Charges.price(MONTH, List.of(step(price, 0), step(price + more, hour)));

    assertThat(both.minus(whole)).isBetween(Money.usd(0), Money.usd(more));
  }

  private static Step step(long price, int hours) {
    return new Step(
        new PlanName("pro"), Money.usd(price), Money.usd(0), FROM.plus(Duration.ofHours(hours)));
  }
}
