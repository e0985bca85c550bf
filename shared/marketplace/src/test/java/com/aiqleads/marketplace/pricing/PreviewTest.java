package com.aiqleads.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.pricing.Preview.Band;
import com.aiqleads.marketplace.pricing.Preview.Effect;
import com.aiqleads.marketplace.pricing.Shelf.Placed;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreviewTest {

  private static final Figures FIRST = PriceBook.FIRST.figures();

  @Test
  void findsNothingChangedByTheSameFigures() {
    Effect effect = effect(FIRST, costing(1, 20_00), costing(2, 30_00));

    assertThat(effect.leads()).isEqualTo(2);
    assertThat(effect.of(Band.SAME)).isEqualTo(2);
    assertThat(effect.after()).isEqualTo(effect.before());
    assertThat(effect.examples()).isEmpty();
    assertThat(effect.alone()).isZero();
    assertThat(effect.atNextRun()).isEqualTo(effect.atNextRunAnyway()).isEqualTo(2);
  }

  @Test
  void comparesWherePricesComeToRestWhateverTheyCostToday() {
    Figures dearer = PriceBookFixtures.figures(Money.usd(18_00), Money.usd(50_00), FIRST.ceiling());

    Effect effect = effect(dearer, costing(1, 2_00), costing(2, 84_00));

    assertThat(effect.of(Band.MUCH_DEARER)).isEqualTo(2);
    assertThat(effect.after()).isEqualTo(Money.usd(100_00));
    assertThat(effect.examples())
        .allSatisfy(it -> assertThat(it.after()).isEqualTo(Money.usd(50_00)));
  }

  @Test
  void countsLeadsThatOnlyCostMoreAlone() {
    Figures alone = with(FIRST.exclusivePercent() + 1);

    Effect effect = effect(alone, costing(1, 20_00));

    assertThat(effect.alone()).isEqualTo(1);
    assertThat(effect.of(Band.SAME)).isEqualTo(1);
  }

  @Test
  void showsTheLargestChangesFirstAndNoMoreThanTen() {
    Figures capped = PriceBookFixtures.figures(Money.usd(18_00), Money.usd(2_00), Money.usd(10_00));
    Placed[] leads =
        IntStream.range(0, 30)
            .mapToObj(number -> placed(number, PriceBookFixtures.aLead(number, 78, 5)))
            .toArray(Placed[]::new);

    Effect effect = effect(capped, leads);

    assertThat(effect.examples()).hasSize(Preview.EXAMPLES);
    assertThat(effect.examples())
        .isSortedAccordingTo((one, other) -> Long.compare(one.percent(), other.percent()));
    assertThat(effect.examples().getFirst().circumstances().ageDays()).isZero();
  }

  @Test
  void putsEachChangeInTheBandOfItsSize() {
    assertThat(
            List.of(
                Band.of(Money.usd(100), Money.usd(79)),
                Band.of(Money.usd(100), Money.usd(80)),
                Band.of(Money.usd(100), Money.usd(95)),
                Band.of(Money.usd(100), Money.usd(100)),
                Band.of(Money.usd(100), Money.usd(105)),
                Band.of(Money.usd(100), Money.usd(106)),
                Band.of(Money.usd(100), Money.usd(121)),
                Band.of(Money.usd(0), Money.usd(1))))
        .containsExactly(
            Band.MUCH_CHEAPER,
            Band.CHEAPER,
            Band.LITTLE_CHEAPER,
            Band.SAME,
            Band.LITTLE_DEARER,
            Band.DEARER,
            Band.MUCH_DEARER,
            Band.MUCH_DEARER);
  }

  private static Effect effect(Figures wanted, Placed... leads) {
    Preview preview = new Preview(FIRST, wanted);
    List.of(leads).forEach(preview::add);
    return preview.effect();
  }

  private static Placed costing(int number, long cents) {
    return placed(number, PriceBookFixtures.aLead(number, 78, 5, PriceBookFixtures.costing(cents)));
  }

  private static Placed placed(int number, Circumstances circumstances) {
    return new Placed(OfferFixtures.leadId(number), 1, 0, Money.usd(60_00), circumstances);
  }

  private static Figures with(int exclusivePercent) {
    return new Figures(
        FIRST.baseBySource(),
        FIRST.baseOfOtherSources(),
        FIRST.percentByType(),
        FIRST.percentByState(),
        FIRST.percentByAgeDays(),
        FIRST.percentByTaken(),
        FIRST.percentBySupply(),
        FIRST.percentByDemand(),
        FIRST.unsold(),
        exclusivePercent,
        FIRST.stepPercent(),
        FIRST.floor(),
        FIRST.ceiling());
  }
}
