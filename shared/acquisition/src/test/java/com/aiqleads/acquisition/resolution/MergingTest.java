package com.aiqleads.acquisition.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import org.jspecify.annotations.Nullable;
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
  void takesANameThatOneTellsOutOfWhatAnotherSays() {
    Advertisement named = saying("1", "House", null, "Dana Whitfield");
    Advertisement nameless = saying("2", "Dana Whitfield sells", "Ask for Dana Whitfield.", null);

    Lead lead = merged(List.of(named, nameless));

    assertThat(lead.contact().name()).isEqualTo("Dana Whitfield");
    assertThat(lead.listing().title()).isEqualTo("(name on purchase) sells");
    assertThat(lead.listing().description()).isEqualTo("Ask for (name on purchase).");
  }

  @Test
  void takesOutTheNameOfASellerWhomAnotherOutranks() {
    Advertisement best = saying("1", "House", "Ask for Rob Alvarez.", "Dana Whitfield");
    Advertisement other = saying("2", "House", null, "Rob Alvarez");

    Lead lead = merged(List.of(best, other));

    assertThat(lead.contact().name()).isEqualTo("Dana Whitfield");
    assertThat(lead.listing().description()).isEqualTo("Ask for (name on purchase).");
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

  @Test
  void ofEquallyFullOnesTheLongestListedSpeaksWhicheverWasSeenFirst() {
    Advertisement older = listedOn("2", LocalDate.of(2026, 11, 3), 600);
    Advertisement younger = listedOn("1", LocalDate.of(2026, 11, 17), 0);

    assertThat(merged(List.of(younger, older)).listing().sourceListingId()).isEqualTo("2");
    assertThat(merged(List.of(older, younger)).listing().sourceListingId()).isEqualTo("2");
  }

  @Test
  void ofTwoListedOnOneDayTheSameSpeaksWhicheverWasSeenFirst() {
    LocalDate day = LocalDate.of(2026, 11, 3);

    Lead one = merged(List.of(listedOn("1", day, 0), listedOn("2", day, 600)));
    Lead other = merged(List.of(listedOn("1", day, 600), listedOn("2", day, 0)));

    assertThat(one.listing().id()).isEqualTo(other.listing().id());
  }

  @Test
  void withoutADayItSpeaksAfterThoseThatNameOne() {
    Advertisement silent = listedOn("1", null, 0);
    Advertisement dated = listedOn("2", LocalDate.of(2026, 11, 17), 600);

    assertThat(merged(List.of(silent, dated)).listing().sourceListingId()).isEqualTo("2");
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

  private static Advertisement saying(
      String id, String title, @Nullable String description, @Nullable String name) {
    Contact some = LeadFixtures.aContact();
    return LeadFixtures.anAdvertisement(
        full(id).listing().described(title, description),
        LeadFixtures.anAddress(),
        new Contact(name, some.phones(), some.emails(), some.remarks()));
  }

  /// As full as any other of these, also without a day: a unit makes up for it.
  private static Advertisement listedOn(String id, @Nullable LocalDate day, long seenAfterSeconds) {
    Listing some = full(id).listing();
    Listing listing =
        new Listing(
            some.id(),
            some.source(),
            some.sourceListingId(),
            some.url(),
            some.title(),
            some.description(),
            some.price(),
            some.property(),
            day,
            some.photoUrls(),
            some.mlsNumber(),
            LeadFixtures.SEEN_AT.plusSeconds(seenAfterSeconds));
    return LeadFixtures.anAdvertisement(
        listing,
        new Address("1468 SW 22ND TER", day == null ? "APT 4" : null, "MIAMI", "FL", "33145"),
        LeadFixtures.aContact());
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
