package com.aiqleads.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Address;
import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.Score;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PricingTest {
  private static final Instant BORN = Instant.parse("2026-11-19T00:00:00Z");
  private final Pricing pricing = new Pricing(PriceBook.CURRENT);

  @Test
  void multipliesWhatTheLeadIsWorth() {
    // 24.00 for fsbo, a house, in Florida (115 %), fresh, quality 128 %, fraud 95 %.
    assertThat(price(lead(0), 78, 5).amount()).isEqualTo(Money.usd(33_56));
  }

  @Test
  void saysWhyInPlainWords() {
    assertThat(price(lead(5), 78, 5).reasons())
        .extracting(Reason::text)
        .containsExactly(
            "A fresh lead from this source starts at 24.00 USD.",
            "House: no change.",
            "FL: 115 % of that.",
            "5 days old: 65 % of that.",
            "Quality 78 of 100: 128 % of that.",
            "Signs of fraud 5 of 100: 95 % of that.");
  }

  @Test
  void namesItsPriceBook() {
    assertThat(price(lead(0), 78, 5).priceBook()).isEqualTo("2026-11");
  }

  @Test
  void neverGoesBelowTheFloor() {
    Price price = price(lead(400), 0, 60);

    assertThat(price.amount()).isEqualTo(Money.usd(2_00));
    assertThat(price.reasons().getLast().text()).isEqualTo("No lead costs less than 2.00 USD.");
  }

  @Test
  void neverGoesAboveTheCeiling() {
    PriceBook dear = book(Money.usd(1_00), Money.usd(30_00));

    Price price = new Pricing(dear).price(lead(0), score(100), score(0));

    assertThat(price.amount()).isEqualTo(Money.usd(30_00));
    assertThat(price.reasons().getLast().code()).isEqualTo("ceiling");
  }

  @Test
  void takesTheDearestOfSeveralSources() {
    assertThat(price(lead(List.of("forsalebyowner")), 50, 0).amount()).isEqualTo(Money.usd(25_30));
    assertThat(price(lead(List.of("forsalebyowner", "fsbo")), 50, 0).amount())
        .isEqualTo(Money.usd(27_60));
    assertThat(price(lead(List.of("nowhere")), 50, 0).amount()).isEqualTo(Money.usd(20_70));
    assertThat(price(lead(List.of()), 50, 0).amount()).isEqualTo(Money.usd(27_60));
  }

  @Test
  void countsTheAgeFromTheListingIfThatIsOlderThanOurFirstSight() {
    Lead seenLater =
        new Lead(
            OfferFixtures.leadId(1),
            1,
            "miami-fl",
            OfferFixtures.anAdvertisement(null, BORN.plus(Duration.ofDays(4))),
            OfferFixtures.aProperty("house", 3),
            OfferFixtures.aLead().address(),
            OfferFixtures.CORAL_WAY,
            List.of("fsbo"),
            1,
            BORN.plus(Duration.ofDays(3)));

    assertThat(Pricing.ageDays(seenLater)).isEqualTo(4);
  }

  @Test
  void knowsNoNegativeAge() {
    assertThat(Pricing.ageDays(lead(-3))).isZero();
    assertThat(price(lead(1), 50, 0).reasons().get(3).text()).isEqualTo("1 day old: no change.");
    assertThat(price(lead(0), 50, 0).reasons().get(3).text()).isEqualTo("New today: no change.");
  }

  @Test
  void refusesABookWithoutRoomForPrices() {
    assertThatIllegalArgumentException().isThrownBy(() -> book(Money.usd(2_00), Money.usd(1_99)));
    assertThatIllegalArgumentException().isThrownBy(() -> book(Money.usd(-1), Money.usd(1_99)));
  }

  /// Against an own computation in whole numbers: hundredths of cents of cents, rounded once.
  @Property
  void isExactToTheCent(
      @ForAll @IntRange(min = 0, max = 120) int days,
      @ForAll @IntRange(min = 0, max = 100) int quality,
      @ForAll @IntRange(min = 0, max = 100) int fraud) {
    BigInteger scaled = BigInteger.valueOf(24_00);
    int[] percents = {100, 115, AgeBand.of(days).percent(), 50 + quality, 100 - fraud};
    for (int percent : percents) {
      scaled = scaled.multiply(BigInteger.valueOf(percent));
    }
    BigInteger[] parts = scaled.divideAndRemainder(BigInteger.TEN.pow(10));
    int half = parts[1].shiftLeft(1).compareTo(BigInteger.TEN.pow(10));
    boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
    long cents = parts[0].longValueExact() + (up ? 1 : 0);

    assertThat(price(lead(days), quality, fraud).amount())
        .isEqualTo(Money.usd(Math.clamp(cents, 2_00, 85_00)));
  }

  @Property
  void neverRisesWithAgeOrFraudAndNeverFallsWithQuality(
      @ForAll @IntRange(min = 0, max = 120) int days,
      @ForAll @IntRange(min = 0, max = 99) int quality,
      @ForAll @IntRange(min = 0, max = 99) int fraud) {
    Money price = price(lead(days), quality, fraud).amount();

    assertThat(price(lead(days + 1), quality, fraud).amount()).isLessThanOrEqualTo(price);
    assertThat(price(lead(days), quality, fraud + 1).amount()).isLessThanOrEqualTo(price);
    assertThat(price(lead(days), quality + 1, fraud).amount()).isGreaterThanOrEqualTo(price);
  }

  private Price price(Lead lead, int quality, int fraud) {
    return pricing.price(lead, score(quality), score(fraud));
  }

  private static Score score(int points) {
    return new Score(points, "band", List.of());
  }

  private static Lead lead(int days) {
    return lead(days, List.of("fsbo"));
  }

  private static Lead lead(List<String> sources) {
    return lead(0, sources);
  }

  private static Lead lead(int days, List<String> sources) {
    return new Lead(
        OfferFixtures.leadId(1),
        1,
        "miami-fl",
        OfferFixtures.anAdvertisement(null, BORN.plus(Duration.ofDays(days))),
        OfferFixtures.aProperty("house", 3),
        new Address("1468 SW 22nd Ter", null, "Miami", "FL", "33145"),
        OfferFixtures.CORAL_WAY,
        sources,
        1,
        BORN);
  }

  private static PriceBook book(Money floor, Money ceiling) {
    return new PriceBook(
        "test",
        Map.of("fsbo", Money.usd(99_00)),
        Money.usd(1_00),
        Map.of(),
        Map.of(),
        floor,
        ceiling);
  }
}
