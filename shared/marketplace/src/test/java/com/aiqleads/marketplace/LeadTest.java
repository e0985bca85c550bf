package com.aiqleads.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadTest {

  @Test
  void isCalledByWhatItIsAndNotByItsTitle() {
    assertThat(OfferFixtures.aLead().headline()).isEqualTo("3-bedroom house in Miami, FL");
  }

  @Test
  void isCalledAStudioWithoutBedrooms() {
    assertThat(of("condo", 0).headline()).isEqualTo("Studio condo in Miami, FL");
  }

  @Test
  void isCalledByItsKindAloneIfItsBedroomsAreNotKnown() {
    assertThat(of("multi_family", null).headline()).isEqualTo("Multi family in Miami, FL");
  }

  @Test
  void teasesWithoutPhoneNumbers() {
    assertThat(OfferFixtures.aLead().teaser())
        .isEqualTo("Bright house, mango tree. Call [hidden].");
  }

  @Test
  void hasNoTeaserWithoutADescription() {
    Lead lead = OfferFixtures.aLead();
    Lead silent =
        new Lead(
            lead.id(),
            1,
            lead.market(),
            OfferFixtures.anAdvertisement(null, OfferFixtures.SEEN),
            lead.property(),
            lead.address(),
            lead.point(),
            List.of(),
            1,
            OfferFixtures.SEEN);

    assertThat(silent.teaser()).isNull();
  }

  @Test
  void wasFirstSeenAtAWholeMillisecondSoThatEveryStoreKeepsTheSame() {
    Lead lead = OfferFixtures.aLead();
    Lead exact =
        new Lead(
            lead.id(),
            1,
            lead.market(),
            lead.advertisement(),
            lead.property(),
            lead.address(),
            lead.point(),
            lead.sources(),
            1,
            Instant.parse("2026-11-19T14:03:21.482999Z"));

    assertThat(exact.firstSeenAt()).isEqualTo(Instant.parse("2026-11-19T14:03:21.482Z"));
  }

  @Test
  void hidesPersonalDataInItsText() {
    assertThat(OfferFixtures.aContact()).hasToString("1 phones, 1 mail addresses");
    assertThat(OfferFixtures.aLead().address()).hasToString("***, Miami, FL 33145");
  }

  private static Lead of(String type, @Nullable Integer bedrooms) {
    Lead lead = OfferFixtures.aLead();
    return new Lead(
        lead.id(),
        lead.version(),
        lead.market(),
        lead.advertisement(),
        OfferFixtures.aProperty(type, bedrooms),
        lead.address(),
        lead.point(),
        lead.sources(),
        lead.listings(),
        lead.firstSeenAt());
  }
}
