package com.aiqleads.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.OfferFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

/// It must do as the search index does.
class InMemoryLeadIndexTest {
  private final InMemoryLeadIndex index = new InMemoryLeadIndex();

  @Test
  void answersForEachChangeByItself() {
    IndexAnswer refused = new IndexAnswer.Refused("too long");
    IndexAnswer postponed = new IndexAnswer.Postponed("too busy");
    index.answer(OfferFixtures.leadId(1), refused);
    index.answer(OfferFixtures.leadId(2), postponed);

    assertThat(index.apply(List.of(put(1, 1), put(2, 1), put(3, 1))))
        .containsExactly(refused, postponed, new IndexAnswer.Taken());
    assertThat(index.leads()).hasSize(1);
  }

  @Test
  void keepsTheNewestVersionInWhateverOrderTheyCome() {
    index.apply(List.of(new IndexChange.Remove(OfferFixtures.leadId(1), 2), put(1, 1)));
    assertThat(index.leads()).isEmpty();

    index.apply(List.of(put(1, 3)));
    assertThat(index.leads()).hasSize(1);
  }

  private static IndexChange put(int number, long version) {
    return new IndexChange.Put(
        SearchFixtures.indexed(OfferFixtures.anOffer(OfferFixtures.aLead(number, version))));
  }
}
