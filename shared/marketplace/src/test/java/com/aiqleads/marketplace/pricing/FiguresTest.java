package com.aiqleads.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private static final Figures FIRST = PriceBook.FIRST.figures();
  private static final Money FLOOR = Money.usd(2_00);

  @ParameterizedTest
  @CsvSource({
    "0,100", "1,100", "2,85", "3,85", "4,65", "7,65", "8,45", "14,45", "15,25", "30,25", "31,12",
    "90,12", "91,6", "4000,6"
  })
  void aLeadLosesValueInSteps(long days, int percent) {
    assertThat(Step.percent(FIRST.percentByAgeDays(), days)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({"0,100", "47,100", "48,95", "71,95", "72,90", "215,65", "216,60", "100000,60"})
  void whatNobodyTakesGetsCheaper(long hours, int percent) {
    assertThat(FIRST.unsold().percent(hours)).isEqualTo(percent);
  }

  @Test
  void beforeTheFirstStepNothingChanges() {
    assertThat(Step.percent(FIRST.percentByTaken(), 0)).isEqualTo(100);
    assertThat(Step.percent(List.of(), 9)).isEqualTo(100);
  }

  @Test
  void refusesABookWithoutRoomForPrices() {
    refused(() -> bounds(Money.usd(2_00), Money.usd(1_99)));
    refused(() -> bounds(Money.usd(-1), Money.usd(1_99)));
    assertThat(bounds(FLOOR, FLOOR).ceiling()).isEqualTo(FLOOR);
  }

  @Test
  void refusesAmountsThatAreNone() {
    refused(() -> bounds(FLOOR, Figures.DEAREST.plus(Money.usd(1))));
    refused(() -> PriceBookFixtures.figures(Money.usd(-1), FLOOR, FLOOR));
    Money euro = new Money(18_00, Currency.getInstance("EUR"));
    refused(() -> PriceBookFixtures.figures(euro, FLOOR, FLOOR));
    assertThat(bounds(FLOOR, Figures.DEAREST).ceiling()).isEqualTo(Figures.DEAREST);
  }

  @Test
  void refusesStepsThatAreNone() {
    refused(() -> new Step(-1, 100));
    refused(() -> new Step(0, -1));
    refused(() -> new Step(0, 1_001));
    refused(() -> demand(List.of(new Step(5, 100), new Step(5, 110))));
    refused(() -> demand(steps(101)));
    assertThat(demand(steps(100)).percentByDemand()).hasSize(100);
    refused(() -> age(List.of(new Step(0, 80), new Step(1, 81))));
    refused(() -> age(List.of(new Step(0, 101))));
  }

  @Test
  void refusesAReverseAuctionThatIsNone() {
    refused(() -> new Unsold(-1, 24, 5, 60));
    refused(() -> new Unsold(48, 0, 5, 60));
    refused(() -> new Unsold(48, 24, -1, 60));
    refused(() -> new Unsold(48, 24, 5, 0));
    refused(() -> new Unsold(48, 24, 5, 101));
    assertThat(new Unsold(0, 1, 100, 1).percent(Long.MAX_VALUE)).isEqualTo(1);
  }

  @Test
  void refusesPercentagesThatAreNone() {
    refused(() -> modes(99, 10));
    refused(() -> modes(1_001, 10));
    refused(() -> modes(300, 0));
    refused(() -> modes(300, 101));
    refused(() -> types(Map.of("house", -1)));
    refused(() -> types(Map.of("house", 1_001)));
    assertThat(modes(100, 1).stepPercent()).isEqualTo(1);
    assertThat(modes(1_000, 100).exclusivePercent()).isEqualTo(1_000);
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making);
  }

  private static List<Step> steps(int many) {
    return IntStream.range(0, many).mapToObj(from -> new Step(from, 100)).toList();
  }

  private static Figures bounds(Money floor, Money ceiling) {
    return PriceBookFixtures.figures(Money.usd(1_00), floor, ceiling);
  }

  private static Figures age(List<Step> steps) {
    return figures(FIRST.percentByType(), steps, FIRST.percentByDemand(), 300, 10);
  }

  private static Figures demand(List<Step> steps) {
    return figures(FIRST.percentByType(), FIRST.percentByAgeDays(), steps, 300, 10);
  }

  private static Figures modes(int exclusive, int step) {
    return figures(
        FIRST.percentByType(), FIRST.percentByAgeDays(), FIRST.percentByDemand(), exclusive, step);
  }

  private static Figures types(Map<String, Integer> percents) {
    return figures(percents, FIRST.percentByAgeDays(), FIRST.percentByDemand(), 300, 10);
  }

  private static Figures figures(
      Map<String, Integer> types, List<Step> age, List<Step> demand, int exclusive, int step) {
    return new Figures(
        FIRST.baseBySource(),
        FIRST.baseOfOtherSources(),
        types,
        FIRST.percentByState(),
        age,
        FIRST.percentByTaken(),
        FIRST.percentBySupply(),
        demand,
        FIRST.unsold(),
        exclusive,
        step,
        FIRST.floor(),
        FIRST.ceiling());
  }
}
