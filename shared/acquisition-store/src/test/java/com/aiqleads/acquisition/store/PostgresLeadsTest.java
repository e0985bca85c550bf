package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.matching.MatchModel;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.resolution.Candidates;
import com.aiqleads.acquisition.resolution.Edge;
import com.aiqleads.acquisition.resolution.Ending;
import com.aiqleads.acquisition.resolution.Ending.Meaningless;
import com.aiqleads.acquisition.resolution.Ending.Outlived;
import com.aiqleads.acquisition.resolution.Ending.Over;
import com.aiqleads.acquisition.resolution.KnownLead;
import com.aiqleads.acquisition.resolution.LeadHistory;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.LeadSplit;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome;
import com.aiqleads.acquisition.resolution.LeadSplit.Outcome.Done;
import com.aiqleads.acquisition.resolution.Resolution;
import com.aiqleads.acquisition.resolution.Resolution.Changed;
import com.aiqleads.acquisition.resolution.Resolution.Joined;
import com.aiqleads.acquisition.resolution.Resolution.Outdated;
import com.aiqleads.acquisition.resolution.Resolution.Started;
import com.aiqleads.acquisition.resolution.Resolution.Unchanged;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.PageId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLeadsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));
  private static final Instant SEEN_AT = LeadFixtures.SEEN_AT;

  private final Database database = new Database(postgres.dataSource());
  private final PostgresLeads leads =
      new PostgresLeads(
          database,
          new SealedContacts(() -> CIPHER, SealedContactsTest.JSON),
          new BlindKeys(() -> new byte[32]));
  private final LeadResolution resolution = new LeadResolution(leads, InstantSource.system());

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Test
  void givesBackWhatItKeeps() {
    Advertisement full = LeadFixtures.anAdvertisement();

    Resolution first = resolve(full);

    assertThat(first).isInstanceOf(Started.class);
    assertThat(known(full).advertisements()).containsExactly(full);
    assertThat(known(full).version()).isEqualTo(1);
  }

  @Test
  void givesBackWhatIsNotKnownAsNotKnown() {
    Advertisement sparse = sparse();

    resolve(sparse);

    assertThat(known(sparse).advertisements()).containsExactly(sparse);
  }

  @Test
  void joinsAndRaisesTheVersion() {
    resolve(fsbo("1", LeadFixtures.PRICE, SEEN_AT));

    assertThat(resolve(other("9"))).isInstanceOf(Joined.class);

    assertThat(count("leads")).isEqualTo(1);
    assertThat(count("advertisements")).isEqualTo(2);
    assertThat(texts("select version::text from leads")).containsExactly("2");
    assertThat(texts("select array_to_string(match_evidence, ' ') from advertisements"))
        .contains(
            "",
            "same_street no_units same_phone same_email same_rooms same_baths same_area same_year"
                + " same_price same_type same_photo");
    assertThat(texts("select other_id::text || joined || model from edges"))
        .containsExactly(
            Listing.idOf(Source.FSBO, "1").value() + "true" + MatchModel.shipped().version());
  }

  /// Two advertisements may know the same lead by different keys.
  @Test
  void aVersionIsWrittenByOneOnly() {
    resolve(fsbo("1", LeadFixtures.PRICE, SEEN_AT));
    LeadId lead = known(fsbo("1", LeadFixtures.PRICE, SEEN_AT)).id();
    leads.raise(lead, 2);

    assertThatThrownBy(() -> leads.raise(lead, 2)).hasMessageContaining("another version than 1");

    assertThat(texts("select version::text from leads")).containsExactly("2");
  }

  @Test
  void seeingAgainKeepsTheMatchAndTheFirstSight() {
    resolve(fsbo("1", LeadFixtures.PRICE, SEEN_AT));
    resolve(other("9"));

    assertThat(resolve(fsbo("1", LeadFixtures.PRICE, SEEN_AT.plusSeconds(60))))
        .isInstanceOf(Unchanged.class);
    assertThat(resolve(fsbo("1", Money.usd(600_000_00), SEEN_AT.plusSeconds(90))))
        .isInstanceOf(Changed.class);

    assertThat(texts("select version::text from leads")).containsExactly("3");
    assertThat(texts("select match_score > 7 from advertisements")).contains("f", "t");
    assertThat(known(other("9")).advertisements())
        .extracting(Advertisement::firstSeenAt)
        .containsOnly(SEEN_AT);
  }

  @Test
  void findsTheLeadOfAnAdvertisementWhoseKeysAllChanged() {
    Advertisement before = fsbo("1", LeadFixtures.PRICE, SEEN_AT);
    resolve(before);
    Advertisement moved =
        LeadFixtures.anAdvertisement(
            before.listing(), new Address("12 ANY ST", null, "MIAMI", "FL", "33137"), Contact.NONE);

    assertThat(resolve(moved)).isInstanceOf(Changed.class);
  }

  @Test
  void keepsNoContactInClear() {
    resolve(LeadFixtures.anAdvertisement());

    assertThat(
            texts(
                "select advertisement::text from advertisements as advertisement"
                    + " union all select key::text from blocking_keys"
                    + " union all select person::text from person_keys as person"))
        .isNotEmpty()
        .noneMatch(row -> row.contains("9582368"))
        .noneMatch(row -> row.contains("Whitfield") || row.contains("letterbox"));
  }

  @Test
  void anAgentsPhoneIsCountedAndBringsNobodyByItself() {
    for (int house = 1; house <= 52; house++) {
      resolve(house("h" + house, house + "" + house + " ANY ST"));
    }
    Advertisement next = house("n", "99 ANY ST");

    Candidates candidates =
        database.inTransaction(() -> leads.find(next.listing().id(), keysOf(next)));

    assertThat(candidates.holders().values()).containsExactly(50);
    assertThat(candidates.leads()).isEmpty();
    assertThat(candidates.persons())
        .singleElement()
        .satisfies(one -> assertThat(one.leads()).hasSize(50));
  }

  @Test
  void twoConsumersNeverMakeTwoLeadsOfOneProperty() throws Exception {
    List<Callable<Resolution>> all = new ArrayList<>();
    for (int copy = 0; copy < 12; copy++) {
      Advertisement advertisement = other("copy" + copy);
      all.add(() -> resolve(advertisement));
    }

    try (ExecutorService consumers = Executors.newFixedThreadPool(4)) {
      for (Future<Resolution> done : consumers.invokeAll(all)) {
        assertThat(done.get()).isNotNull();
      }
    }

    assertThat(count("leads")).isEqualTo(1);
    assertThat(texts("select version::text from leads")).containsExactly("12");
  }

  /// Without the one reservation of a whole batch, PostgreSQL ends one of them as a deadlock.
  @Test
  void batchesWithTheSamePropertiesInOtherOrdersDoNotBlockEachOther() throws Exception {
    List<Advertisement> batch = new ArrayList<>();
    for (int home = 0; home < 8; home++) {
      batch.add(quiet("h" + home, home + 1 + " ANY ST"));
    }
    List<Callable<List<Resolution>>> all = new ArrayList<>();
    for (int round = 0; round < 12; round++) {
      List<Advertisement> order = round % 2 == 0 ? batch : batch.reversed();
      all.add(() -> resolveAll(order));
    }

    try (ExecutorService consumers = Executors.newFixedThreadPool(4)) {
      for (Future<List<Resolution>> done : consumers.invokeAll(all)) {
        assertThat(done.get()).hasSize(8);
      }
    }

    assertThat(count("leads")).isEqualTo(8);
  }

  @Test
  void anEndRaisesTheVersionAndIsKept() {
    Advertisement ad = fsbo("1", LeadFixtures.PRICE, SEEN_AT);
    resolve(ad);

    assertThat(end(ad, SEEN_AT.plusSeconds(60))).isInstanceOf(Over.class);
    assertThat(end(ad, SEEN_AT.plusSeconds(30))).isInstanceOf(Meaningless.class);

    assertThat(texts("select version::text from leads")).containsExactly("2");
    assertThat(leads.endOf(ad.listing().id())).contains(SEEN_AT.plusSeconds(60));
    assertThat(known(ad).endings())
        .containsExactly(Map.entry(ad.listing().id(), SEEN_AT.plusSeconds(60)));
    assertThat(resolve(fsbo("1", LeadFixtures.PRICE, SEEN_AT.plusSeconds(45))))
        .isInstanceOf(Outdated.class);
    assertThat(resolve(fsbo("1", LeadFixtures.PRICE, SEEN_AT.plusSeconds(90))))
        .isInstanceOf(Changed.class);
    assertThat(texts("select version::text from leads")).containsExactly("3");
  }

  @Test
  void theLeadOutlivesOneOfItsAdvertisements() {
    resolve(fsbo("1", LeadFixtures.PRICE, SEEN_AT));
    resolve(other("9"));

    Ending ending = end(fsbo("1", LeadFixtures.PRICE, SEEN_AT), SEEN_AT.plusSeconds(60));

    assertThat(((Outlived) ending).lead().sources()).containsExactly(Source.FORSALEBYOWNER);
    assertThat(count("advertisements")).isEqualTo(2);
  }

  @Test
  void remembersTheEndOfWhatItHasNeverSeen() {
    Advertisement ad = fsbo("1", LeadFixtures.PRICE, SEEN_AT);

    assertThat(end(ad, SEEN_AT.plusSeconds(60))).isInstanceOf(Meaningless.class);

    assertThat(resolve(ad)).isInstanceOf(Outdated.class);
    assertThat(count("leads")).isZero();
  }

  @Test
  void keepsNothingOfATransactionThatFails() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      resolution.resolve(LeadFixtures.anAdvertisement());
                      throw new IllegalStateException("the store fails after the decision");
                    }))
        .hasMessageContaining("after the decision");

    assertThat(count("leads")).isZero();
    assertThat(resolve(LeadFixtures.anAdvertisement())).isInstanceOf(Started.class);
  }

  @Test
  void knowsAnAdvertisementByItsOtherIds() {
    ListingId own = LeadFixtures.anAdvertisement().listing().id();
    ListingId other = Listing.idOf(Source.FSBO, "other");
    ListingId later = Listing.idOf(Source.FSBO, "later");

    leads.alias(other, later);
    leads.alias(other, own);

    assertThat(leads.own(other)).isEqualTo(own);
    assertThat(leads.own(own)).isEqualTo(own);
    assertThat(leads.own(later)).isEqualTo(later);
  }

  @Test
  void onePersonSellsTwoHomes() {
    resolve(house("a", "1 ANY ST"));
    resolve(house("b", "2 ANY ST"));
    resolve(quiet("c", "3 ANY ST"));

    assertThat(count("leads")).isEqualTo(3);
    assertThat(texts("select count(distinct person_id)::text from advertisements"))
        .containsExactly("1");
    assertThat(texts("select count(*)::text from advertisements where person_id is null"))
        .containsExactly("1");
    assertThat(count("person_keys")).isEqualTo(2);
  }

  @Test
  void whoTurnsOutToBeOnePersonIsOne() {
    Contact contact = LeadFixtures.aContact();
    resolve(with("a", "1 ANY ST", new Contact(null, contact.phones(), List.of(), List.of())));
    resolve(with("b", "2 ANY ST", new Contact(null, List.of(), contact.emails(), List.of())));
    assertThat(texts("select distinct person_id::text from advertisements")).hasSize(2);

    resolve(with("c", "3 ANY ST", contact));

    assertThat(texts("select distinct person_id::text from advertisements")).hasSize(1);
    assertThat(texts("select distinct person_id::text from person_keys")).hasSize(1);
  }

  @Test
  void takesApartWhatWasJoined() {
    Advertisement first = fsbo("1", LeadFixtures.PRICE, SEEN_AT);
    Lead before = ((Started) resolve(first)).lead();
    resolve(other("9"));
    ListingId moved = other("9").listing().id();

    Done done = (Done) split(before.id(), moved);

    assertThat(done.left().lead().orElseThrow().listing()).isEqualTo(before.listing());
    assertThat(done.left().version()).isEqualTo(3);
    assertThat(done.part().lead().orElseThrow().listing()).isEqualTo(other("9").listing());
    assertThat(known(other("9")).id()).isEqualTo(done.part().id());
    assertThat(known(first).id()).isEqualTo(before.id());
    assertThat(known(first).version()).isEqualTo(3);
    assertThat(leads.find(done.part().id())).isPresent();
    LeadHistory history = leads.history(done.part().id());
    assertThat(history.edges().get(moved)).extracting(Edge::joined).containsExactly(true);
    assertThat(history.splits())
        .singleElement()
        .satisfies(past -> assertThat(past.moved()).containsExactly(moved));
    assertThat(leads.history(before.id()).splits()).isEqualTo(history.splits());
  }

  @Test
  void whatWasTakenApartStaysApart() {
    Lead before = ((Started) resolve(fsbo("1", LeadFixtures.PRICE, SEEN_AT))).lead();
    resolve(other("9"));
    split(before.id(), other("9").listing().id());

    assertThat(resolve(other("9"))).isInstanceOf(Unchanged.class);
    assertThat(resolve(fsbo("1", LeadFixtures.PRICE, SEEN_AT))).isInstanceOf(Unchanged.class);

    assertThat(count("leads")).isEqualTo(2);
    assertThat(texts("select count(distinct lead_id)::text from advertisements"))
        .containsExactly("2");
  }

  @Test
  void theNextAdvertisementFindsBothSidesOfASplit() {
    Lead before = ((Started) resolve(fsbo("1", LeadFixtures.PRICE, SEEN_AT))).lead();
    resolve(other("9"));
    split(before.id(), other("9").listing().id());

    assertThat(resolve(other("10"))).isInstanceOf(Joined.class);
    assertThat(
            texts(
                "select array_length(array_agg(distinct lead_id), 1)::text from edges"
                    + " where listing_id = '"
                    + other("10").listing().id().value()
                    + "'"))
        .containsExactly("2");
  }

  private Outcome split(LeadId lead, ListingId moved) {
    LeadSplit split = new LeadSplit(leads, InstantSource.system());
    return database.inTransaction(() -> split.split(lead, Set.of(moved), "ops", "two homes"));
  }

  private static Advertisement with(String id, String street, Contact contact) {
    return LeadFixtures.anAdvertisement(
        LeadFixtures.aListing(Source.FSBO, id, LeadFixtures.PRICE, SEEN_AT),
        new Address(street, null, "MIAMI", "FL", "33145"),
        contact);
  }

  private Ending end(Advertisement one, Instant at) {
    ListingId listing = one.listing().id();
    return database.inTransaction(
        () -> {
          resolution.reserve(List.of(), Set.of(), Set.of(listing));
          return resolution.end(listing, at);
        });
  }

  private Resolution resolve(Advertisement advertisement) {
    return resolveAll(List.of(advertisement)).getFirst();
  }

  private List<Resolution> resolveAll(List<Advertisement> batch) {
    return database.inTransaction(
        () -> {
          resolution.reserve(batch, Set.of(), Set.of());
          return batch.stream().map(resolution::resolve).toList();
        });
  }

  private KnownLead known(Advertisement advertisement) {
    return database
        .inTransaction(() -> leads.find(advertisement.listing().id(), Set.of()))
        .leads()
        .getFirst();
  }

  private Set<BlockingKey> keysOf(Advertisement one) {
    return Set.of(new BlockingKey("phone|" + one.contact().phones().getFirst().e164()));
  }

  private long count(String table) {
    return texts("select 'x' from " + table).size();
  }

  private List<String> texts(String sql) {
    return database.query(sql, _ -> {}, row -> row.getString(1));
  }

  private static Advertisement fsbo(String id, Money price, Instant seenAt) {
    return LeadFixtures.anAdvertisement(LeadFixtures.aListing(Source.FSBO, id, price, seenAt));
  }

  private static Advertisement other(String id) {
    return LeadFixtures.anAdvertisement(
        LeadFixtures.aListing(Source.FORSALEBYOWNER, id, LeadFixtures.PRICE, SEEN_AT));
  }

  private static Advertisement house(String id, String street) {
    return LeadFixtures.anAdvertisement(
        LeadFixtures.aListing(Source.FSBO, id, LeadFixtures.PRICE, SEEN_AT),
        new Address(street, null, "MIAMI", "FL", "33145"),
        LeadFixtures.aContact());
  }

  private static Advertisement quiet(String id, String street) {
    return LeadFixtures.anAdvertisement(
        LeadFixtures.aListing(Source.FSBO, id, LeadFixtures.PRICE, SEEN_AT),
        new Address(street, null, "MIAMI", "FL", "33145"),
        Contact.NONE);
  }

  private static Advertisement sparse() {
    Listing listing =
        new Listing(
            Listing.idOf(Source.FSBO, "7"),
            Source.FSBO,
            "7",
            "https://fsbo.com/7",
            "Home",
            null,
            null,
            new Property(PropertyType.OTHER, null, null, null, null, null),
            null,
            List.of(),
            null,
            SEEN_AT);
    return new Advertisement(
        listing,
        new PageId(Ids.derived("page", "7")),
        "miami-fl",
        new Address("12 ANY ST", "APT 4", "MIAMI", "FL", "33137"),
        new Location(LeadFixtures.aLocation().point(), Accuracy.CITY),
        new Contact(
            null, List.of(), List.of(), List.of(new Explained("no_contact", "No contact."))),
        SEEN_AT);
  }
}
