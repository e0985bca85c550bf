package com.aiqleads.acquisition.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.Source;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.PageId;
import com.aiqleads.kernel.Phone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurvivorTest {

  private static final Advertisement FULL =
      LeadFixtures.anAdvertisement(
          LeadFixtures.aListing(Source.FSBO, "1", LeadFixtures.PRICE, LeadFixtures.SEEN_AT));
  private static final Advertisement LATER = later();

  @Test
  void saysOfEachFieldWhichAdvertisementSpeaksAndWhy() {
    assertThat(survivor("title")).isEqualTo(by(SurvivorRule.SAYS_MOST, "title", FULL));
    assertThat(survivor("bedrooms"))
        .isEqualTo(by(SurvivorRule.FULLEST_THAT_SAYS_IT, "bedrooms", FULL));
    assertThat(survivor("mlsNumber"))
        .isEqualTo(by(SurvivorRule.FULLEST_THAT_SAYS_IT, "mlsNumber", LATER));
    assertThat(survivor("price")).isEqualTo(by(SurvivorRule.SEEN_LAST, "price", LATER));
    assertThat(survivor("address")).isEqualTo(by(SurvivorRule.NAMES_THE_UNIT, "address", LATER));
    assertThat(survivor("location")).isEqualTo(by(SurvivorRule.MOST_EXACT, "location", FULL));
    assertThat(survivor("phones")).isEqualTo(by(SurvivorRule.TOGETHER, "phones", FULL, LATER));
    assertThat(survivor("emails")).isEqualTo(by(SurvivorRule.TOGETHER, "emails", FULL));
  }

  @Test
  void theLeadSaysWhatItsSurvivorsSay() {
    var lead = lead().merged();

    assertThat(lead.listing().title()).isEqualTo(FULL.listing().title());
    assertThat(lead.listing().mlsNumber()).isEqualTo(LATER.listing().mlsNumber());
    assertThat(lead.listing().price()).isEqualTo(LATER.listing().price());
    assertThat(lead.address()).isEqualTo(LATER.address());
    assertThat(lead.location()).isEqualTo(FULL.location());
    assertThat(lead.contact().phones())
        .containsExactly(FULL.contact().phones().getFirst(), LATER.contact().phones().getFirst());
  }

  @Test
  void aFieldOfWhichNobodySpeaksHasNone() {
    KnownLead silent = new KnownLead(lead().id(), 1, List.of(LATER), Map.of());

    assertThat(Survivor.of(silent))
        .extracting(Survivor::field)
        .contains("title", "price", "mlsNumber", "phones")
        .doesNotContain("description", "propertyType", "bedrooms", "photoUrls", "emails");
  }

  @Test
  void whatHasEndedSpeaksNoMore() {
    ListingId ended = FULL.listing().id();
    KnownLead outlived = lead().ended(ended, LeadFixtures.SEEN_AT.plusSeconds(120));

    assertThat(Survivor.of(outlived))
        .allSatisfy(one -> assertThat(one.listings()).doesNotContain(ended));
  }

  private static Survivor survivor(String field) {
    return Survivor.of(lead()).stream()
        .filter(one -> one.field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static Survivor by(SurvivorRule rule, String field, Advertisement... speakers) {
    return new Survivor(
        field, rule, List.of(speakers).stream().map(one -> one.listing().id()).toList());
  }

  private static KnownLead lead() {
    return new KnownLead(new LeadId(Ids.derived("lead")), 1, List.of(LATER, FULL), Map.of());
  }

  /// Says little, but a unit, a price of later, a broker's number and another telephone.
  private static Advertisement later() {
    Listing listing =
        new Listing(
            Listing.idOf(Source.ZILLOW, "2"),
            Source.ZILLOW,
            "2",
            "https://zillow.example/2",
            "Home",
            null,
            Money.usd(600_000_00),
            new Property(PropertyType.OTHER, null, null, null, null, null),
            null,
            List.of(),
            "A1102",
            LeadFixtures.SEEN_AT.plusSeconds(60));
    return new Advertisement(
        listing,
        new PageId(Ids.derived("page", "2")),
        "miami-fl",
        new Address("1468 SW 22ND TER", "APT 4", "MIAMI", "FL", "33145"),
        new Location(LeadFixtures.aLocation().point(), Accuracy.ZIP),
        new Contact(null, List.of(new Phone("+13059582399")), List.of(), List.of()),
        listing.observedAt());
  }
}
