package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.deleting.KnownContacts.Known;
import com.aiqleads.acquisition.proposing.Proposals;
import com.aiqleads.acquisition.proposing.Proposals.Kept;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresProposalsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));

  private final Database database = new Database(postgres.dataSource());
  private final Proposals proposals = new PostgresProposals(database);
  private final SealedContacts contacts = new SealedContacts(() -> CIPHER, SealedContactsTest.JSON);
  private final Advertisement advertisement = LeadFixtures.anAdvertisement();
  private final ListingId listing = advertisement.listing().id();

  @BeforeEach
  void fileAnAdvertisement() {
    postgres.clear();
    LeadResolution resolution =
        new LeadResolution(
            new PostgresLeads(database, contacts, new BlindKeys(() -> new byte[32])),
            InstantSource.system());
    database.inTransaction(
        () -> {
          resolution.reserve(List.of(advertisement), Set.of(), Set.of());
          return resolution.resolve(advertisement);
        });
  }

  @Test
  void keepsWhatWasProposedTheOldestFirst() {
    Kept title = new Kept(listing, "title", "Sunny home", "tiny-1", "confirmed", NOON);
    Kept address =
        new Kept(listing, "address", "1 Main St", "tiny-1", "invented", NOON.minusSeconds(1));
    ListingId other = new ListingId(Ids.derived("listing", "other"));

    proposals.keep(List.of(title, address));
    proposals.keep(List.of());

    assertThat(proposals.of(listing)).containsExactly(address, title);
    assertThat(proposals.of(leadOf(listing))).containsExactly(address, title);
    assertThat(proposals.of(other)).isEmpty();
  }

  @Test
  void knowsContactsListingByListing() {
    PostgresKnownContacts known = new PostgresKnownContacts(database, contacts);

    List<Known> first = known.after(Optional.empty(), 10);

    assertThat(first).extracting(Known::listing).containsExactly(listing);
    assertThat(first.getFirst().contact()).isEqualTo(advertisement.contact());
    assertThat(known.after(Optional.of(listing), 10)).isEmpty();
  }

  @Test
  void remembersHowFarTheLastLookAtNumbersCame() {
    PostgresScrubPlace place = new PostgresScrubPlace(database);
    assertThat(place.reached()).isEmpty();

    place.reach(Optional.of(listing));
    assertThat(place.reached()).contains(listing);
    place.reach(Optional.empty());

    assertThat(place.reached()).isEmpty();
  }

  private LeadId leadOf(ListingId of) {
    return database
        .queryOne(
            "select lead_id from advertisements where listing_id = ?",
            find -> find.setObject(1, of.value()),
            row -> new LeadId(row.getObject("lead_id", UUID.class)))
        .orElseThrow();
  }
}
