package com.aiqleads.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.books.Link;
import com.aiqleads.marketplace.pricing.BookEntry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void scoresGoFromNoughtToAHundred(int points) {
    assertThat(new Score(points, "band", List.of()).points()).isEqualTo(points);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void scoresGoNoFurther(int points) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Score(points, "band", List.of()));
  }

  @Test
  void pricesAreNeverNegativeAndAloneNeverLess() {
    assertThatIllegalArgumentException().isThrownBy(() -> price(-1, 3_00));
    assertThatIllegalArgumentException().isThrownBy(() -> price(3_00, 2_99));
    assertThat(price(3_00, 3_00).exclusive()).isEqualTo(Money.usd(3_00));
  }

  private static Price price(long cents, long alone) {
    return new Price(Money.usd(cents), Money.usd(alone), "book", List.of());
  }

  @Test
  void noMoreSlotsAreFreeThanThereAre() {
    assertThat(new Slots(3, 3, null, 0).free()).isEqualTo(3);
    assertThatIllegalArgumentException().isThrownBy(() -> new Slots(3, 4, null, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Slots(3, -1, null, 0));
  }

  @Test
  void aLeadHasOneOfferForEver() {
    Lead lead = OfferFixtures.aLead(7, 1);
    Lead later = OfferFixtures.aLead(7, 9);

    assertThat(OfferFixtures.anOffer(later).id()).isEqualTo(OfferFixtures.anOffer(lead).id());
    assertThat(Offer.idOf(lead.id())).isEqualTo(OfferFixtures.anOffer(lead).id());
  }

  @Test
  void theFirstPriceBookIsNobodys() {
    assertThat(BookEntry.FIRST.number()).isEqualTo(1);
    assertThat(BookEntry.FIRST.signed()).isEmpty();
  }

  @Test
  void theChainOfTransfersBeginsWithNothing() {
    assertThat(Link.NONE.place()).isZero();
    assertThat(Link.NONE.hash()).isEmpty();
  }
}
