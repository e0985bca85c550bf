package com.aiqleads.acquisition.lineage;

import static com.aiqleads.acquisition.lineage.LineageFixtures.NOON;
import static com.aiqleads.acquisition.lineage.LineageFixtures.aLineage;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LineageTest {

  private static final Instant LATER = NOON.plusMillis(1);
  private static final Money MORE = Money.usd(500_000_00);
  private static final Money LESS = Money.usd(450_000_00);

  @Test
  void aLaterLookAtAnotherPriceIsARepricing() {
    Lineage before = aLineage(NOON, MORE);
    Lineage now = aLineage(LATER, LESS);

    assertThat(now.after(before))
        .isEqualTo(
            new Succession.Repriced(now, new SeenPrice(MORE, NOON), new SeenPrice(LESS, LATER)));
  }

  @Test
  void theSamePriceIsNone() {
    Lineage now = aLineage(LATER, MORE);

    assertThat(now.after(aLineage(NOON, MORE))).isEqualTo(new Succession.Kept(now));
  }

  @Test
  void aMendedParserRepricesNothing() {
    Lineage mended = aLineage(NOON, LESS);

    assertThat(mended.after(aLineage(NOON, MORE))).isEqualTo(new Succession.Kept(mended));
  }

  @Test
  void whatWasSeenEarlierSaysNothing() {
    assertThat(aLineage(NOON, LESS).after(aLineage(LATER, MORE)))
        .isEqualTo(new Succession.Outdated());
  }

  @Test
  void aPriceIsRememberedThroughPagesWithoutOne() {
    Lineage none = aLineage(LATER, null);
    Lineage kept = ((Succession.Kept) none.after(aLineage(NOON, MORE))).lineage();

    assertThat(kept.observedAt()).isEqualTo(LATER);
    assertThat(kept.price()).isEqualTo(new SeenPrice(MORE, NOON));
    assertThat(aLineage(LATER.plusMillis(1), LESS).after(kept))
        .isInstanceOf(Succession.Repriced.class);
    assertThat(aLineage(LATER, LESS).after(aLineage(NOON, null)))
        .isInstanceOf(Succession.Kept.class);
  }
}
