package com.aiqleads.acquisition.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.Source;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.PageId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import org.junit.jupiter.api.Test;

class MergingTest {

  private static final LeadId LEAD = new LeadId(Ids.derived("lead"));

  @Test
  void fillsTheGapsOfTheBestFromTheOthersAndTakesTheMostExactPlace() {
    Lead lead = merged(List.of(sparse("9"), full("1")));

    assertThat(lead.listing().sourceListingId()).isEqualTo("1");
    assertThat(lead.listing().mlsNumber()).isEqualTo("A1102");
    assertThat(lead.listing().property().type()).isEqualTo(PropertyType.HOUSE);
    assertThat(lead.location().accuracy()).isEqualTo(Accuracy.ROOFTOP);
  }

  @Test
  void theNewestNamesThePrice() {
    Lead lead = merged(List.of(full("1"), sparse("9")));

    assertThat(lead.listing().price()).isEqualTo(Money.usd(600_000_00));
    assertThat(lead.listing().observedAt()).isEqualTo(LeadFixtures.SEEN_AT.plusSeconds(60));
  }

  @Test
  void aPriceOfBeforeIsBetterThanNone() {
    Advertisement silent =
        LeadFixtures.anAdvertisement(
            LeadFixtures.aListing(
                Source.FORSALEBYOWNER, "7", null, LeadFixtures.SEEN_AT.plusSeconds(90)));

    assertThat(merged(List.of(full("1"), silent)).listing().price()).isEqualTo(LeadFixtures.PRICE);
  }

  @net.jqwik.api.Property(tries = 50)
  void theOrderDoesNotMatter(@ForAll long seed) {
    List<Advertisement> all =
        new ArrayList<>(List.of(full("1"), full("2"), sparse("9"), sparse("10")));
    Lead expected = merged(all);

    Collections.shuffle(all, new Random(seed));

    assertThat(merged(all)).isEqualTo(expected);
  }

  private static Lead merged(List<Advertisement> advertisements) {
    return Merging.merged(new KnownLead(LEAD, 1, advertisements, Map.of()));
  }

  private static Advertisement full(String id) {
    return LeadFixtures.anAdvertisement(
        LeadFixtures.aListing(Source.FSBO, id, LeadFixtures.PRICE, LeadFixtures.SEEN_AT));
  }

  private static Advertisement sparse(String id) {
    Listing listing =
        new Listing(
            Listing.idOf(Source.FORSALEBYOWNER, id),
            Source.FORSALEBYOWNER,
            id,
            "https://forsalebyowner.example/" + id,
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
        new PageId(Ids.derived("page", id)),
        "miami-fl",
        LeadFixtures.anAddress(),
        new Location(LeadFixtures.aLocation().point(), Accuracy.ZIP),
        LeadFixtures.aContact(),
        listing.observedAt());
  }
}
