package com.aiqleads.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.OfferFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexedLeadTest {

  @Test
  void knowsWhatIsSearchedFor() {
    IndexedLead lead = SearchFixtures.indexed(OfferFixtures.anOffer());

    assertThat(lead.words()).contains("house", "miami", "fl", "33145", "mango", "tree");
    assertThat(lead.values(Facet.CITY)).containsExactly("Miami FL");
    assertThat(lead.values(Facet.TYPE)).containsExactly("house");
    assertThat(lead.values(Facet.BEDS)).containsExactly("3");
    assertThat(lead.values(Facet.PRICE_BAND)).containsExactly("from-20-to-40");
    assertThat(lead.values(Facet.QUALITY_BAND)).containsExactly("good");
    assertThat(lead.values(Facet.SOURCE)).containsExactly("fsbo");
    assertThat(lead.askingCents()).isEqualTo(649_000_00L);
  }

  @Test
  void knowsNothingThatLeadsToTheSeller() {
    IndexedLead lead = SearchFixtures.indexed(OfferFixtures.anOffer());

    assertThat(lead.words()).doesNotContain("1468", "22nd", "0123", "555", "305", "maria");
    assertThat(lead.cell().point()).isEqualTo(OfferFixtures.CORAL_WAY.roughly());
  }

  @Test
  void countsManyBedroomsAsFive() {
    assertThat(beds(4)).isEqualTo("4");
    assertThat(beds(5)).isEqualTo("5");
    assertThat(beds(6)).isEqualTo("5");
    assertThat(beds(null)).isEqualTo("unknown");
  }

  private static String beds(@Nullable Integer bedrooms) {
    Lead lead = OfferFixtures.aLead();
    Lead other =
        new Lead(
            lead.id(),
            lead.version(),
            lead.market(),
            lead.advertisement(),
            OfferFixtures.aProperty("house", bedrooms),
            lead.address(),
            lead.point(),
            lead.sources(),
            lead.listings(),
            lead.firstSeenAt());
    return SearchFixtures.indexed(OfferFixtures.anOffer(other)).beds();
  }
}
