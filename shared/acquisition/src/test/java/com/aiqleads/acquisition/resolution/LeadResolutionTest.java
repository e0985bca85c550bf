package com.aiqleads.acquisition.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.matching.Evidence;
import com.aiqleads.acquisition.matching.MatchModel;
import com.aiqleads.acquisition.resolution.Resolution.Changed;
import com.aiqleads.acquisition.resolution.Resolution.Joined;
import com.aiqleads.acquisition.resolution.Resolution.Outdated;
import com.aiqleads.acquisition.resolution.Resolution.Started;
import com.aiqleads.acquisition.resolution.Resolution.Unchanged;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.Phone;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadResolutionTest {

  private static final Instant SEEN_AT = LeadFixtures.SEEN_AT;
  private static final Money PRICE = LeadFixtures.PRICE;

  private final InMemoryLeads leads = new InMemoryLeads();
  private final LeadResolution resolution = new LeadResolution(leads, InstantSource.fixed(SEEN_AT));

  @Test
  void startsALeadForAPropertyThatNobodyAdvertisedBefore() {
    Lead lead = started(fsbo("1", PRICE, SEEN_AT));

    assertThat(lead.version()).isEqualTo(1);
    assertThat(lead.listings()).isEqualTo(1);
    assertThat(lead.sources()).containsExactly(Source.FSBO);
    assertThat(lead.firstSeenAt()).isEqualTo(SEEN_AT);
  }

  @Test
  void joinsTheSameHomeOnTheOtherSite() {
    Lead first = started(fsbo("1", PRICE, SEEN_AT));

    Lead second = joined(other("9", PRICE, address("1468 SW 22ND TER", null), silent()));

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.listings()).isEqualTo(2);
    assertThat(second.sources()).containsExactly(Source.FSBO, Source.FORSALEBYOWNER);
    assertThat(second.contact()).isEqualTo(LeadFixtures.aContact());
  }

  @Test
  void anotherUnitOfTheHouseIsAnotherProperty() {
    started(ad(fsboListing("1"), address("1468 SW 22ND TER", "APT 4"), LeadFixtures.aContact()));

    started(other("9", PRICE, address("1468 SW 22ND TER", "APT 5"), LeadFixtures.aContact()));

    assertThat(leads.all()).hasSize(2);
  }

  @Test
  void anotherDesignatorOfTheSameUnitIsTheSameProperty() {
    started(ad(fsboListing("1"), address("1468 SW 22ND TER", "APT 4"), LeadFixtures.aContact()));

    joined(other("9", PRICE, address("1468 SW 22ND TER", "# 4"), silent()));
  }

  @Test
  void aMissingUnitNeedsMoreEvidence() {
    Address unit = address("1468 SW 22ND TER", "APT 4");
    started(ad(fsboListing("1"), unit, LeadFixtures.aContact()));

    started(sparse("10", LeadFixtures.anAddress()));
    Lead lead = joined(other("9", PRICE, LeadFixtures.anAddress(), LeadFixtures.aContact()));

    assertThat(lead.address()).isEqualTo(unit);
  }

  @Test
  void aMissingDirectionalIsTheSameStreet() {
    started(fsbo("1", PRICE, SEEN_AT));

    joined(other("9", PRICE, address("1468 22ND TER", null), silent()));
  }

  @Test
  void anotherSuffixIsAnotherStreet() {
    started(fsbo("1", PRICE, SEEN_AT));

    started(other("9", PRICE, address("1468 SW 22ND AVE", null), LeadFixtures.aContact()));
  }

  @Test
  void aSellerMayHaveTwoHomes() {
    started(fsbo("1", PRICE, SEEN_AT));

    started(other("9", PRICE, address("12 ANY ST", null), LeadFixtures.aContact()));
  }

  @Test
  void aWrongZipCodeIsForgivenIfTheRestFits() {
    Address moved = new Address("1468 SW 22ND TER", null, "MIAMI", "FL", "33137");
    started(fsbo("1", PRICE, SEEN_AT));

    started(sparse("10", moved));
    joined(other("9", PRICE, moved, LeadFixtures.aContact()));
  }

  @Test
  void theHouseNextDoorOfTheSameSellerIsAnotherProperty() {
    started(fsbo("1", PRICE, SEEN_AT));

    started(other("9", PRICE, address("1470 SW 22ND TER", null), LeadFixtures.aContact()));
  }

  @Test
  void anAdvertisementThatSpeaksAgainstOneOfALeadDoesNotJoinIt() {
    started(ad(fsboListing("1"), address("1468 SW 22ND TER", "APT 4"), LeadFixtures.aContact()));
    joined(other("9", PRICE, LeadFixtures.anAddress(), LeadFixtures.aContact()));

    started(other("10", PRICE, address("1468 SW 22ND TER", "APT 5"), LeadFixtures.aContact()));
  }

  @Test
  void aLeadGrowsOnlySoLarge() {
    started(fsbo("0", PRICE, SEEN_AT));
    for (int copy = 1; copy < Prospect.Fitted.MAX_ADVERTISEMENTS; copy++) {
      joined(fsbo("copy" + copy, PRICE, SEEN_AT));
    }

    started(fsbo("one too many", PRICE, SEEN_AT));
  }

  @Test
  void aFarPriceAloneDoesNotPartASharedAddress() {
    started(fsbo("1", PRICE, SEEN_AT));

    joined(other("9", Money.usd(300_000_00), LeadFixtures.anAddress(), silent()));
  }

  @Test
  void seeingTheSameAgainChangesNothingButTheMoment() {
    Lead lead = started(fsbo("1", PRICE, SEEN_AT));

    Resolution again = resolution.resolve(fsbo("1", PRICE, SEEN_AT.plusSeconds(60)));

    assertThat(again)
        .isInstanceOfSatisfying(
            Unchanged.class,
            unchanged -> {
              assertThat(unchanged.filed().lead()).isEqualTo(lead.id());
              assertThat(unchanged.filed().version()).isEqualTo(1);
            });
    assertThat(leads.all().getFirst().advertisements().getFirst().listing().observedAt())
        .isEqualTo(SEEN_AT.plusSeconds(60));
  }

  @Test
  void aNewPriceIsANewVersion() {
    Lead lead = started(fsbo("1", PRICE, SEEN_AT));

    Lead cheaper = changed(fsbo("1", Money.usd(600_000_00), SEEN_AT.plusSeconds(60)));

    assertThat(cheaper.id()).isEqualTo(lead.id());
    assertThat(cheaper.version()).isEqualTo(2);
    assertThat(cheaper.listing().price()).isEqualTo(Money.usd(600_000_00));
    assertThat(cheaper.firstSeenAt()).isEqualTo(SEEN_AT);
  }

  @Test
  void anOlderObservationSaysNothingAnyMore() {
    started(fsbo("1", PRICE, SEEN_AT));

    Resolution late = resolution.resolve(fsbo("1", Money.usd(1_000_00), SEEN_AT.minusSeconds(1)));

    assertThat(late).isInstanceOf(Outdated.class);
    assertThat(leads.all().getFirst().version()).isEqualTo(1);
  }

  @Test
  void theFirstObservationCountsWhicheverComesFirst() {
    started(fsbo("1", PRICE, SEEN_AT));

    Lead lead =
        joined(
            LeadFixtures.anAdvertisement(
                LeadFixtures.aListing(
                    Source.FORSALEBYOWNER, "9", PRICE, SEEN_AT.minus(Duration.ofDays(3)))));

    assertThat(lead.firstSeenAt()).isEqualTo(SEEN_AT.minus(Duration.ofDays(3)));
    assertThat(lead.listing().observedAt()).isEqualTo(SEEN_AT);
  }

  @Test
  void remarksAPhoneThatIsOnThreeOtherLeads() {
    for (int house = 1; house <= 3; house++) {
      Lead lead = started(other("h" + house, PRICE, address(house + " ANY ST", null), shared()));
      assertThat(lead.contact().remarks()).isEmpty();
    }

    Lead fourth = started(other("h4", PRICE, address("4 ANY ST", null), shared()));

    assertThat(fourth.contact().remarks())
        .extracting(Explained::code)
        .containsExactly("phone_shared");
  }

  @Test
  void keepsTheMatchWithItsEvidence() {
    started(fsbo("1", PRICE, SEEN_AT));

    Joined joined =
        (Joined)
            resolution.resolve(
                other("9", PRICE, LeadFixtures.anAddress(), LeadFixtures.aContact()));

    assertThat(joined.filed().match().evidence())
        .containsExactly(
            Evidence.SAME_STREET,
            Evidence.NO_UNITS,
            Evidence.SAME_PHONE,
            Evidence.SAME_EMAIL,
            Evidence.SAME_ROOMS,
            Evidence.SAME_BATHS,
            Evidence.SAME_AREA,
            Evidence.SAME_YEAR,
            Evidence.SAME_PRICE,
            Evidence.SAME_TYPE,
            Evidence.SAME_PHOTO);
    assertThat(joined.filed().match().bits()).isGreaterThan(MatchModel.shipped().threshold());
    assertThat(joined.filed().match().model()).isEqualTo(MatchModel.shipped().version());
    assertThat(joined.filed().edges())
        .containsExactly(
            new Edge(
                fsboListing("1").id(),
                joined.lead().id(),
                joined.filed().match().bits(),
                joined.filed().match().evidence(),
                true));
    assertThat(Evidence.SAME_PHONE.code()).isEqualTo("same_phone");
    assertThat(Evidence.SAME_PHONE.text()).endsWith(".");
  }

  @Test
  void hidesPhonesAndStreetsInItsKeys() {
    assertThat(BlockingKey.of(LeadFixtures.anAdvertisement()))
        .extracting(BlockingKey::toString)
        .containsExactly(
            "address|***",
            "house|***",
            "street|***",
            "phone|***",
            "email|***",
            "photo|***",
            "photo|***",
            "photo|***",
            "place|***",
            "place|***");
  }

  @Test
  void onePersonMayHaveTwoHomes() {
    PersonId seller = seller(fsbo("1", PRICE, SEEN_AT));

    PersonId again = seller(other("9", PRICE, address("12 ANY ST", null), shared()));

    assertThat(again).isEqualTo(seller);
    assertThat(leads.all()).hasSize(2);
  }

  @Test
  void aPhoneAndAMailAddressThatStandTogetherAreOnePersons() {
    seller(other("1", PRICE, address("1 ANY ST", null), shared()));
    Contact mail = new Contact(null, List.of(), LeadFixtures.aContact().emails(), List.of());
    seller(other("2", PRICE, address("2 ANY ST", null), mail));

    PersonId both = seller(other("3", PRICE, address("3 ANY ST", null), LeadFixtures.aContact()));

    assertThat(seller(other("4", PRICE, address("4 ANY ST", null), mail))).isEqualTo(both);
    assertThat(seller(other("5", PRICE, address("5 ANY ST", null), shared()))).isEqualTo(both);
  }

  @Test
  void anOfficeIsNotOnePerson() {
    Contact office = new Contact(null, List.of(phone(0)), List.of(), List.of());
    PersonId first = seller(other("0", PRICE, address("1 ANY ST", null), office));
    for (int agent = 1; agent < Identity.MAX_KEYS; agent++) {
      Contact both = new Contact(null, List.of(phone(0), phone(agent)), List.of(), List.of());
      assertThat(seller(other("a" + agent, PRICE, address(10 + agent + " ANY ST", null), both)))
          .isEqualTo(first);
    }
    Contact more = new Contact(null, List.of(phone(7)), List.of(), List.of());
    PersonId other = seller(other("b", PRICE, address("61 ANY ST", null), more));

    Contact bridge = new Contact(null, List.of(phone(0), phone(7)), List.of(), List.of());
    seller(other("c", PRICE, address("62 ANY ST", null), bridge));

    assertThat(seller(other("d", PRICE, address("63 ANY ST", null), more))).isEqualTo(other);
  }

  private PersonId seller(Advertisement seen) {
    Resolution resolved = resolution.resolve(seen);
    return ((Started) resolved).filed().seller().orElseThrow().person();
  }

  private static Phone phone(int number) {
    return new Phone("+1305958236" + number);
  }

  private static Advertisement sparse(String id, Address address) {
    Listing full = LeadFixtures.aListing(Source.FORSALEBYOWNER, id, null, SEEN_AT);
    return ad(
        new Listing(
            full.id(),
            full.source(),
            id,
            full.url(),
            full.title(),
            null,
            null,
            new Property(PropertyType.OTHER, 3, null, null, null, null),
            null,
            List.of(),
            null,
            SEEN_AT),
        address,
        silent());
  }

  private Lead started(Advertisement seen) {
    Resolution resolved = resolution.resolve(seen);
    assertThat(resolved).isInstanceOf(Started.class);
    return ((Started) resolved).lead();
  }

  private Lead joined(Advertisement seen) {
    Resolution resolved = resolution.resolve(seen);
    assertThat(resolved).isInstanceOf(Joined.class);
    return ((Joined) resolved).lead();
  }

  private Lead changed(Advertisement seen) {
    Resolution resolved = resolution.resolve(seen);
    assertThat(resolved).isInstanceOf(Changed.class);
    return ((Changed) resolved).lead();
  }

  private static Advertisement fsbo(String id, Money price, Instant observedAt) {
    return LeadFixtures.anAdvertisement(LeadFixtures.aListing(Source.FSBO, id, price, observedAt));
  }

  private static Listing fsboListing(String id) {
    return LeadFixtures.aListing(Source.FSBO, id, PRICE, SEEN_AT);
  }

  private static Advertisement other(String id, Money price, Address address, Contact contact) {
    return ad(LeadFixtures.aListing(Source.FORSALEBYOWNER, id, price, SEEN_AT), address, contact);
  }

  private static Advertisement ad(Listing listing, Address address, Contact contact) {
    return LeadFixtures.anAdvertisement(listing, address, contact);
  }

  private static Address address(String street, @Nullable String unit) {
    return new Address(street, unit, "MIAMI", "FL", "33145");
  }

  private static Contact shared() {
    return new Contact(null, LeadFixtures.aContact().phones(), List.of(), List.of());
  }

  private static Contact silent() {
    return new Contact(
        null,
        List.of(),
        List.of(),
        List.of(new Explained("no_contact", "There is no way to reach the seller.")));
  }
}
