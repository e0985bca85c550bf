package com.aiqleads.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.IndexChange;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void aLeadIsFullUntilItsTimeHasCome() {
    assertThat(until(NOON).isFullAt(NOON.minusMillis(1))).isTrue();
    assertThat(until(NOON).isFullAt(NOON)).isFalse();
    assertThat(until(Availability.FREE).isFullAt(NOON)).isFalse();
    assertThat(until(Availability.NEVER).isFullAt(NOON)).isTrue();
  }

  @Test
  void whoAsksForWhatCanBeHeldFindsNothingElse() {
    Filter open = Filter.ALL.availableAt(NOON);

    assertThat(open.isOpen(until(NOON.plusSeconds(1)))).isFalse();
    assertThat(open.isOpen(until(NOON))).isTrue();
    assertThat(Filter.ALL.isOpen(until(Availability.NEVER))).isTrue();
  }

  @Test
  void itsChangesHaveAnOrderOfTheirOwn() {
    IndexChange change = new IndexChange.Open(until(NOON));

    assertThat(change.order()).isEqualTo(7);
    assertThat(change.leadId()).isEqualTo(OfferFixtures.leadId(1));
  }

  private static Availability until(Instant moment) {
    return new Availability(OfferFixtures.leadId(1), 7, moment);
  }
}
