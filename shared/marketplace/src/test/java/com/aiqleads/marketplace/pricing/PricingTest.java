package com.aiqleads.marketplace.pricing;

import static com.aiqleads.marketplace.pricing.PriceBookFixtures.aLead;
import static com.aiqleads.marketplace.pricing.PriceBookFixtures.costing;
import static com.aiqleads.marketplace.pricing.PriceBookFixtures.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Reason;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {
  private static final Instant BORN = Instant.parse("2026-11-19T00:00:00Z");
  private static final Figures FIGURES = PriceBook.FIRST.figures();

  @Test
  void multipliesWhatTheLeadIsWorth() {
    // 24.00 for fsbo, a house, in Florida (115 %), fresh, quality 128 %, fraud 95 %.
    assertThat(price(aLead(0, 78, 5)).amount()).isEqualTo(Money.usd(33_56));
  }

  @Test
  void whoeverWantsItAlonePaysForEverybodyElse() {
    assertThat(price(aLead(0, 78, 5)).exclusive()).isEqualTo(Money.usd(100_68));
  }

  @Test
  void saysWhyInPlainWords() {
    Market market = market(1, 50, 4L, 350L, Money.usd(30_00));

    assertThat(price(aLead(5, 78, 5, market)).reasons())
        .extracting(Reason::text)
        .containsExactly(
            "A fresh lead from this source starts at 24.00 USD.",
            "House: no change.",
            "FL: 115 % of that.",
            "5 days old: 65 % of that.",
            "Quality 78 of 100: 128 % of that.",
            "Signs of fraud 5 of 100: 95 % of that.",
            "Bought by 1 team: 105 % of that.",
            "4 leads like it on sale around it: 110 % of that.",
            "Buyers look for leads like it: 112 % of that.",
            "Nobody took it for 50 hours: 95 % of that.",
            "At most 3.00 USD less at once: it cost 30.00 USD.");
  }

  @Test
  void followsWhatBuyersTakeOfWhatTheyLookAt() {
    Price price = price(aLead(0, 78, 5, new Market(0, 0, null, null, 120L, null, null)));

    // 33.5616 and a fifth.
    assertThat(price.amount()).isEqualTo(Money.usd(40_27));
    assertThat(price.reasons().getLast().text())
        .isEqualTo("What buyers take of what they look at: 120 % of that.");
  }

  @Test
  void leavesOutWhatTheMarketDoesNotSay() {
    assertThat(price(aLead(1, 50, 0, market(0, 47, 20L, 99L, null))).reasons())
        .extracting(Reason::code)
        .containsExactly("base", "type", "place", "age", "quality", "fraud");
    assertThat(price(aLead(1, 50, 0)).reasons().get(3).text()).isEqualTo("1 day old: no change.");
    assertThat(price(aLead(0, 50, 0)).reasons().get(3).text()).isEqualTo("New today: no change.");
  }

  @Test
  void namesItsPriceBook() {
    assertThat(price(aLead(0, 78, 5)).priceBook()).isEqualTo("2026-11");
  }

  @Test
  void neverGoesBelowTheFloor() {
    Price price = price(aLead(400, 0, 60));

    assertThat(price.amount()).isEqualTo(Money.usd(2_00));
    assertThat(price.reasons().getLast().text()).isEqualTo("No lead costs less than 2.00 USD.");
  }

  @Test
  void neverGoesAboveTheCeiling() {
    PriceBook cheap = book(Money.usd(1_00), Money.usd(30_00));

    Price price = new Pricing(cheap).quote(aLead(0, 100, 0)).price();

    assertThat(price.amount()).isEqualTo(Money.usd(30_00));
    assertThat(price.reasons().getLast().code()).isEqualTo("ceiling");
  }

  @Test
  void movesBySteps() {
    // 33.56 is right.
    assertThat(price(aLead(0, 78, 5, costing(37_00))).amount()).isEqualTo(Money.usd(33_56));
    assertThat(price(aLead(0, 78, 5, costing(38_00))).amount()).isEqualTo(Money.usd(34_20));
    assertThat(price(aLead(0, 78, 5, costing(30_51))).amount()).isEqualTo(Money.usd(33_56));
    assertThat(price(aLead(0, 78, 5, costing(30_50))).amount()).isEqualTo(Money.usd(33_55));
  }

  /// 33.56 to share it, and 100.68 alone, are right.
  @ParameterizedTest
  @CsvSource({"111_86, 100_68, ", "111_87, 100_69, less", "91_53, 100_68, ", "91_52, 100_67, more"})
  void thePriceForItAloneMovesByStepsToo(String before, String after, @Nullable String change) {
    Price price = price(aLead(0, 78, 5, alone(cents(before))));

    assertThat(price.amount()).isEqualTo(Money.usd(33_56));
    assertThat(price.exclusive()).isEqualTo(Money.usd(cents(after)));
    assertThat(price.reasons().getLast().code())
        .isEqualTo(change == null ? "fraud" : "exclusive-step");
    if (change != null) {
      assertThat(price.reasons().getLast().text())
          .startsWith("At most ")
          .contains(" USD " + change + " at once for it alone: it cost ");
    }
  }

  @Test
  void isNeverCheaperAloneThanShared() {
    assertThat(price(aLead(0, 78, 5, alone(20_00))).exclusive()).isEqualTo(Money.usd(33_56));
  }

  private static Market alone(long before) {
    return new Market(0, 0, null, null, null, null, Money.usd(before));
  }

  private static long cents(String text) {
    return Long.parseLong(text.replace("_", ""));
  }

  @Test
  void theCheapestMovesByACentAtLeast() {
    Pricing pricing = new Pricing(book(Money.usd(0), Money.usd(85_00)));

    assertThat(pricing.quote(aLead(0, 78, 5, costing(3))).price().amount()).isEqualTo(Money.usd(4));
  }

  @Test
  void aNewFloorIsNoStep() {
    Pricing pricing = new Pricing(book(Money.usd(20_00), Money.usd(85_00)));

    assertThat(pricing.quote(aLead(400, 0, 60, costing(2_00))).price().amount())
        .isEqualTo(Money.usd(20_00));
  }

  @Test
  void takesTheDearestOfSeveralSources() {
    assertThat(from("forsalebyowner")).isEqualTo(Money.usd(25_30));
    assertThat(from("forsalebyowner", "fsbo")).isEqualTo(Money.usd(27_60));
    assertThat(from("nowhere")).isEqualTo(Money.usd(20_70));
    assertThat(from()).isEqualTo(Money.usd(20_70));
  }

  @Test
  void readsTheCircumstancesOfALead() {
    Lead lead = OfferFixtures.aLead();
    Instant fourDaysLater = BORN.plus(Duration.ofDays(4));

    Circumstances read =
        Circumstances.of(
            lead, OfferFixtures.aScore(78), OfferFixtures.aScore(5), Market.NONE, fourDaysLater);

    assertThat(read).isEqualTo(aLead(4, 78, 5));
  }

  @Test
  void countsTheAgeFromTheListingIfThatIsOlderThanOurFirstSight() {
    Instant seen = BORN.plus(Duration.ofDays(3));
    Instant now = BORN.plus(Duration.ofDays(4));

    assertThat(Circumstances.ageDays(seen, OfferFixtures.aLead().advertisement().listedOn(), now))
        .isEqualTo(4);
    assertThat(Circumstances.ageDays(seen, null, now)).isEqualTo(1);
    assertThat(Circumstances.ageDays(now, null, seen)).isZero();
  }

  @Test
  void knowsNoNegativeAgeAndNoScoreAboveAHundred() {
    assertThatIllegalArgumentException().isThrownBy(() -> aLead(-1, 50, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> aLead(0, 101, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> aLead(0, 50, -1));
  }

  /// Against an own computation in whole numbers: hundredths of cents of cents, rounded once.
  @Property
  void isExactToTheCent(
      @ForAll @IntRange(max = 120) int days,
      @ForAll @IntRange(max = 100) int quality,
      @ForAll @IntRange(max = 100) int fraud) {
    BigInteger scaled = BigInteger.valueOf(24_00);
    int age = Step.percent(FIGURES.percentByAgeDays(), days);
    int[] percents = {100, 115, age, 50 + quality, 100 - fraud};
    for (int percent : percents) {
      scaled = scaled.multiply(BigInteger.valueOf(percent));
    }
    BigInteger[] parts = scaled.divideAndRemainder(BigInteger.TEN.pow(10));
    int half = parts[1].shiftLeft(1).compareTo(BigInteger.TEN.pow(10));
    boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
    long cents = parts[0].longValueExact() + (up ? 1 : 0);

    assertThat(price(aLead(days, quality, fraud)).amount())
        .isEqualTo(Money.usd(Math.clamp(cents, 2_00, 85_00)));
  }

  @Property
  void neverRisesWithAgeOrFraudAndNeverFallsWithQuality(
      @ForAll @IntRange(max = 120) int days,
      @ForAll @IntRange(max = 99) int quality,
      @ForAll @IntRange(max = 99) int fraud,
      @ForAll @LongRange(min = 2_00, max = 85_00) long before) {
    Market market = costing(before);
    Money price = price(aLead(days, quality, fraud, market)).amount();

    assertThat(price(aLead(days + 1, quality, fraud, market)).amount()).isLessThanOrEqualTo(price);
    assertThat(price(aLead(days, quality, fraud + 1, market)).amount()).isLessThanOrEqualTo(price);
    assertThat(price(aLead(days, quality + 1, fraud, market)).amount())
        .isGreaterThanOrEqualTo(price);
  }

  @Property
  void staysBetweenItsBoundsAndWithinAStep(
      @ForAll @IntRange(max = 120) int days,
      @ForAll @IntRange(max = 3) int taken,
      @ForAll @IntRange(max = 2_000) int hours,
      @ForAll @LongRange(max = 100) long supply,
      @ForAll @LongRange(max = 5_000) long demand,
      @ForAll @LongRange(min = 2_00, max = 85_00) long before) {
    Market market = market(taken, hours, supply, demand, Money.usd(before));

    Quote quote = new Pricing(PriceBook.FIRST).quote(aLead(days, 78, 5, market));

    long cents = quote.price().amount().minorUnits();
    assertThat(cents).isBetween(2_00L, 85_00L);
    assertThat(Math.abs(cents - before)).isLessThanOrEqualTo(Math.max(1, before / 10));
    assertThat(new Pricing(PriceBook.FIRST).quote(quote.circumstances())).isEqualTo(quote);
  }

  @Property
  void reachesInStepsWhatIsRight(@ForAll @LongRange(min = 2_00, max = 85_00) long before) {
    Money price = Money.usd(before);
    for (int step = 0; step < 60; step++) {
      price = price(aLead(0, 78, 5, market(0, 0, null, null, price))).amount();
    }

    assertThat(price).isEqualTo(Money.usd(33_56));
  }

  private static Money from(String... sources) {
    return price(new Circumstances(List.of(sources), "house", "FL", 0, 50, 0, Market.NONE))
        .amount();
  }

  private static Price price(Circumstances lead) {
    return new Pricing(PriceBook.FIRST).quote(lead).price();
  }

  private static PriceBook book(Money floor, Money ceiling) {
    return new PriceBook("test", PriceBookFixtures.figures(Money.usd(1_00), floor, ceiling));
  }
}
