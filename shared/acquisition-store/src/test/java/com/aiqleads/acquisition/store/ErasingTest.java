package com.aiqleads.acquisition.store;

import static java.util.stream.Collectors.counting;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.erasing.ErasableItems;
import com.aiqleads.acquisition.erasing.ErasablePages;
import com.aiqleads.acquisition.erasing.ErasablePages.Walk;
import com.aiqleads.acquisition.erasing.ErasableRecords.Erased;
import com.aiqleads.acquisition.erasing.ErasableRecords.Page;
import com.aiqleads.acquisition.erasing.ErasableRecords.Row;
import com.aiqleads.acquisition.erasing.ErasableRecords.Told;
import com.aiqleads.acquisition.erasing.Erasures;
import com.aiqleads.acquisition.erasing.Erasures.Open;
import com.aiqleads.acquisition.erasing.Erasures.Place;
import com.aiqleads.acquisition.erasing.Erasures.Signed;
import com.aiqleads.acquisition.erasing.Signatures;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.LineageFixtures;
import com.aiqleads.acquisition.parsing.Conflict;
import com.aiqleads.acquisition.parsing.Conflict.Reading;
import com.aiqleads.acquisition.parsing.Particulars;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.standing.Mark;
import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.SuppressionChange;
import com.aiqleads.acquisition.suppression.SuppressionChange.Act;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.acquisition.validation.CachedGeocoder;
import com.aiqleads.acquisition.watching.InMemoryWatchBook;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.DynamoService;
import com.aiqleads.testkit.ObjectService;
import com.aiqleads.testkit.PostgresService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

class ErasingTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  @RegisterExtension static final ObjectService OBJECTS = new ObjectService();
  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));
  private static final SealedParticulars SEALED =
      new SealedParticulars(() -> CIPHER, SealedContactsTest.JSON);
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Wish WISH = new Wish("user_1", "request 7", NOON);
  private static final String BUCKET = "erasing-pages";
  private static final String STATES = "erasing-states";
  private static final String ANSWERS = "erasing-answers";
  private static final Person DANA =
      new Person(
          Set.of(new Phone("+13059582368"), new Phone("+442079460123")),
          Set.of(new Email("dana.whitfield+sale^1@letterbox.example")),
          Set.of(LeadFixtures.anAddress()));

  private final Database database = new Database(postgres.dataSource());
  private final BlindKeys hashes = new BlindKeys(() -> new byte[32]);
  private final SealedContacts contacts = new SealedContacts(() -> CIPHER, SealedContactsTest.JSON);
  private final PostgresLeads leads = new PostgresLeads(database, contacts, hashes);
  private final PostgresPeople people = new PostgresPeople(database, contacts, hashes);
  private final PostgresSuppressions suppressions = new PostgresSuppressions(database, hashes);
  private final Erasures erasures =
      new PostgresErasures(database, hashes, () -> CIPHER, SealedContactsTest.JSON);
  private final PostgresErasableRecords records =
      new PostgresErasableRecords(database, hashes, SEALED);
  private final S3Client s3 = S3SnapshotsTest.client(OBJECTS);
  private final DynamoDbClient dynamo = FetchingTables.client(DYNAMO.endpoint());
  private final CorrelationId id = new CorrelationId(Ids.derived("erasure"));

  @BeforeAll
  static void make() {
    S3SnapshotsTest.client(OBJECTS).createBucket(request -> request.bucket(BUCKET));
    FetchingTables.create(FetchingTables.client(DYNAMO.endpoint()), STATES, "target", "address");
    FetchingTables.create(FetchingTables.client(DYNAMO.endpoint()), ANSWERS, "question");
  }

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Test
  void keepsWhoIsErasedUntilItIsDoneAndAHashBehindIt() {
    LeadId lead = new LeadId(Ids.derived("lead"));
    erasures.begin(id, DANA, WISH);
    assertThat(erasures.open(id))
        .as("before pages are known")
        .contains(new Open(DANA, Set.of(), NOON));
    erasures.remember(id, Set.of("https://fsbo.com/1"), Set.of(lead));

    assertThat(erasures.open(id)).contains(new Open(DANA, Set.of("https://fsbo.com/1"), NOON));
    erasures.count(id, new Place("s3 pages", 2, 0));
    erasures.count(id, new Place("s3 pages", 3, 1));
    assertThat(erasures.state(id).orElseThrow().places())
        .containsExactly(new Place("s3 pages", 5, 1));

    erasures.lookedEverywhere(id);
    assertThat(erasures.isWhole(id)).isFalse();
    erasures.confirm(id, lead);
    assertThat(erasures.isWhole(id)).isTrue();

    Signed report = new Signed("text", "signature", NOON);
    erasures.finish(id, report);
    assertThat(erasures.report(id)).contains(report);
    assertThat(erasures.open(id)).isEmpty();
    assertThat(erasures.isWhole(id)).isFalse();
  }

  @Test
  void knowsTheSamePersonAgainInAnyOrder() {
    erasures.begin(id, DANA, WISH);
    erasures.finish(id, new Signed("text", "signature", NOON));
    CorrelationId second = new CorrelationId(Ids.derived("second"));
    erasures.begin(second, DANA, WISH);

    assertThat(erasures.state(second).orElseThrow().before()).contains(id);
    assertThat(erasures.state(id).orElseThrow().before()).isEmpty();
    assertThat(erasures.state(new CorrelationId(Ids.derived("none")))).isEmpty();
    assertThat(erasures.report(second)).isEmpty();
  }

  @Test
  void erasesRowsAndSaysWhatIsLeft() {
    Advertisement hers = LeadFixtures.anAdvertisement();
    file(hers);
    Held held = people.held(DANA).getFirst();

    Erased erased =
        database.inTransaction(
            () ->
                records.erase(
                    DANA, DANA.blockingKeys(), Set.of(hers.listing().id()), Set.of(held.lead())));

    assertThat(erased.versions()).isEqualTo(Map.of(held.lead(), 2L));
    assertThat(erased.rows())
        .containsEntry("postgresql acquisition.advertisements", 1L)
        .containsEntry("postgresql acquisition.leads", 1L);
    assertThat(people.held(DANA)).isEmpty();
    assertThat(records.left(DANA).values()).containsOnly(0L);
    database.update(
        "insert into hiring_companies (id, version, board, handle, name, first_seen_at)"
            + " values (gen_random_uuid(), 1, 'x', 'x', 'ring +44 20 7946 0123', now())",
        _ -> {});
    assertThat(records.left(DANA)).containsEntry("postgresql acquisition.hiring_companies", 1L);
  }

  @Test
  void erasesWhatBecameNoLead() {
    refuse("https://www.zillow.com/homedetails/1468-SW-22nd-Ter-Miami-FL-33145/1_zpid/");
    refuse("https://www.zillow.com/homedetails/1470-SW-22nd-Ter-Miami-FL-33145/2_zpid/");
    keepLineage("address", "1468 SW 22nd Terrace, Miami, FL 33145");
    keepLineage("phone", "(305) 958-2368");
    keepLineage("other", "1470 SW 22nd Terrace, Miami, FL 33145");
    propose("1468 SW 22ND TER, MIAMI FL 33145");

    assertThat(records.left(DANA))
        .containsEntry("postgresql acquisition.lineage", 2L)
        .containsEntry("postgresql acquisition.refusals", 1L)
        .containsEntry("postgresql acquisition.proposals", 1L);
    Erased erased =
        database.inTransaction(() -> records.erase(DANA, DANA.blockingKeys(), Set.of(), Set.of()));

    assertThat(erased.rows())
        .containsEntry("postgresql acquisition.lineage", 2L)
        .containsEntry("postgresql acquisition.refusals", 1L)
        .containsEntry("postgresql acquisition.proposals", 1L);
    assertThat(records.left(DANA).values()).containsOnly(0L);
    assertThat(database.query("select 1 from lineage", _ -> {}, row -> row.getInt(1))).hasSize(1);
    assertThat(database.query("select 1 from refusals", _ -> {}, row -> row.getInt(1))).hasSize(1);
  }

  @Test
  void tellsRowForRowWhatItErases() {
    Advertisement hers = LeadFixtures.anAdvertisement();
    file(hers);
    ListingId listing = hers.listing().id();
    refuse("https://www.zillow.com/homedetails/1468-SW-22nd-Ter-Miami-FL-33145/1_zpid/");
    refuse("https://www.zillow.com/homedetails/1470-SW-22nd-Ter-Miami-FL-33145/2_zpid/");
    propose("1468 SW 22ND TER, MIAMI FL 33145");
    database.update(
        "insert into proposals (listing_id, field, value, model, verdict, proposed_at)"
            + " values (?, 'description', 'a bright house', 'm', 'taken', now())",
        row -> row.setObject(1, listing.value()));
    keepLineage("phone", "(305) 958-2368");
    Set<LeadId> leads = Set.of(people.held(DANA).getFirst().lead());

    Told told = records.tell(DANA, Set.of(listing), leads);
    Erased erased =
        database.inTransaction(
            () -> records.erase(DANA, DANA.blockingKeys(), Set.of(listing), leads));

    assertThat(told.strays()).containsExactly(Listing.idOf(Source.CRAIGSLIST, "phone"));
    assertThat(told.rows().stream().collect(Collectors.groupingBy(Row::place, counting())))
        .isEqualTo(
            Map.of("postgresql acquisition.refusals", 1L, "postgresql acquisition.proposals", 2L));
    assertThat(erased.rows())
        .containsEntry("postgresql acquisition.refusals", 1L)
        .containsEntry("postgresql acquisition.proposals", 2L);
    assertThat(records.tell(DANA, Set.of(listing), leads))
        .isEqualTo(new Told(Set.of(), List.of(), List.of()));
    assertThat(told.rows()).allSatisfy(row -> assertThat(row.toString()).isEqualTo(row.place()));
  }

  @Test
  void namesThePagesOfWhatBecameNoLeadAndWhetherTheyAreOfTheVeryDoor() {
    String zillow = "https://www.zillow.com/homedetails/1468-SW-22nd-Ter-%sMiami-FL-33145/1_zpid/";
    refuse(zillow.formatted(""));
    refuse(zillow.formatted("APT-4-"));
    refuse(zillow.formatted("APT-40-"));
    refuse("https://fsbo.com/3059582368/");
    refuse("urn:aiqleads:suppressed?3059582368");
    keepLineage("phone", "(305) 958-2368");
    String stray = LineageFixtures.aLineage(NOON, null).url();
    Person inFour =
        new Person(
            Set.of(),
            Set.of(),
            Set.of(new Address("1468 SW 22ND TER", "APT 4", "MIAMI", "FL", "33145")));

    assertThat(pages(DANA))
        .containsExactlyInAnyOrder(
            new Page("zillow", null, zillow.formatted(""), true),
            new Page("zillow", null, zillow.formatted("APT-4-"), false),
            new Page("zillow", null, zillow.formatted("APT-40-"), false),
            new Page("zillow", null, "https://fsbo.com/3059582368/", true),
            new Page("craigslist", "miami-fl", stray, true));
    assertThat(pages(inFour))
        .containsExactlyInAnyOrder(
            new Page("zillow", null, zillow.formatted(""), false),
            new Page("zillow", null, zillow.formatted("APT-4-"), true),
            new Page("zillow", null, zillow.formatted("APT-40-"), false));
    assertThat(pages(DANA)).allSatisfy(page -> assertThat(page.toString()).doesNotContain("http"));
  }

  private List<Page> pages(Person person) {
    return records.tell(person, Set.of(), Set.of()).pages();
  }

  private void refuse(String url) {
    database.update(
        "insert into refusals values (gen_random_uuid(), 'LISTING', 'listing_1', 'zillow', ?,"
            + " 'validate-lead', '{}', '{}', now())",
        row -> row.setString(1, url));
  }

  private void propose(String address) {
    database.update(
        "insert into proposals (listing_id, field, value, model, verdict, proposed_at)"
            + " values (gen_random_uuid(), 'address', ?, 'm', 'refused', now())",
        row -> row.setString(1, address));
  }

  private void keepLineage(String id, String value) {
    Lineage like = LineageFixtures.aLineage(NOON, null);
    Particulars said =
        new Particulars(
            null,
            null,
            null,
            null,
            null,
            false,
            false,
            Map.of(),
            List.of(new Conflict("address", List.of(new Reading("h2", value)))));
    new PostgresLineages(database, SEALED)
        .keep(
            List.of(
                new Lineage(
                    Listing.idOf(Source.CRAIGSLIST, id),
                    like.source(),
                    like.market(),
                    like.url(),
                    like.page(),
                    like.snapshotKey(),
                    like.parserVersion(),
                    NOON,
                    null,
                    said)));
  }

  @Test
  void aLeadOfOthersIsNotFoundByHerNumberAnyMore() {
    Advertisement hers = LeadFixtures.anAdvertisement();
    Advertisement others =
        LeadFixtures.anAdvertisement(
            LeadFixtures.aListing(
                Source.FORSALEBYOWNER, "9", LeadFixtures.PRICE, LeadFixtures.SEEN_AT),
            LeadFixtures.anAddress(),
            Contact.NONE);
    file(hers);
    file(others);
    Object[] number = {hashes.of(BlockingKey.of(new Phone("+13059582368")))};
    LeadId lead = people.held(DANA).getFirst().lead();
    assertThat(keyed(number)).isEqualTo(1);

    database.inTransaction(
        () ->
            records.erase(
                DANA,
                Person.ways(DANA.phones(), DANA.emails()),
                Set.of(hers.listing().id()),
                Set.of(lead)));

    assertThat(keyed(number)).isZero();
    assertThat(leads.find(lead).orElseThrow().advertisements()).containsExactly(others);
  }

  @Test
  void erasesTheMarkOfAMailAddressInEitherForm() {
    file(LeadFixtures.anAdvertisement());
    Email written = new Email("Dana@letterbox.example");
    for (String form : List.of("Dana@letterbox.example", "dana@letterbox.example")) {
      database.update(
          "insert into marks (mark, listing_id, kind) select ?, listing_id, 'contact'"
              + " from advertisements",
          row -> row.setObject(1, hashes.of(new Mark(Mark.Kind.CONTACT, form).key())));
    }
    Person asking = new Person(Set.of(), Set.of(written), Set.of());

    Erased erased =
        database.inTransaction(
            () -> records.erase(asking, asking.blockingKeys(), Set.of(), Set.of()));

    assertThat(erased.rows()).containsEntry("postgresql acquisition.marks", 2L);
  }

  private int keyed(Object[] keys) {
    return database
        .query(
            "select 1 from blocking_keys where key = any (?::uuid[])",
            find -> Parameters.array(find, 1, "uuid", keys),
            row -> row.getInt(1))
        .size();
  }

  @Test
  void suppressesOnceAndLiftsOnce() {
    SuppressionKey phone = SuppressionKey.of(new Phone("+13059582368"));

    assertThat(suppressions.add(DANA.keys(), WISH)).isEqualTo(4);
    assertThat(suppressions.add(DANA.keys(), WISH)).isZero();
    assertThat(suppressions.among(Set.of(phone))).containsExactly(phone);
    assertThat(suppressions.lift(Set.of(phone), WISH)).isEqualTo(1);
    assertThat(suppressions.lift(Set.of(phone), WISH)).isZero();
    assertThat(suppressions.among(Set.of(phone))).isEmpty();
    assertThat(suppressions.changes()).hasSize(5);
    assertThat(suppressions.changes().getFirst())
        .isEqualTo(
            new SuppressionChange(
                hashes.of(phone),
                SuppressionKey.Kind.PHONE,
                Act.LIFTED,
                "user_1",
                "request 7",
                NOON));
    assertThat(suppressions.among(Set.of())).isEmpty();
  }

  @Test
  void notesADisclosureWithoutWhomItIsAbout() {
    new PostgresDisclosures(database, hashes).note(DANA, WISH, 3);

    assertThat(
            database.query("select d::text from disclosures d", _ -> {}, row -> row.getString(1)))
        .singleElement()
        .asString()
        .contains("request 7", "3")
        .doesNotContain("9582368", "dana");
  }

  @Test
  void walksAllPagesAndDeletesThoseThatNameHer() {
    put("a/1.gz", "<p>(305) 958-2368</p>");
    put("a/2.gz", "<p>1468 sw 22nd terrace, Miami 33145</p>");
    put("a/3.gz", "<p>1468 sw 22nd terrace, Austin 78701</p>");
    put("a/4.gz", "<a href='/homes/of/hers/1'>see</a>");
    s3.putObject(
        request -> request.bucket(BUCKET).key("a/5.json").metadata(Map.of("url", "x")),
        RequestBody.fromString("mail dana.whitfield+sale^1%40LETTERBOX.example"));
    put("a/6.gz", "/x is too short to tell");
    ErasablePages pages = new S3ErasablePages(s3, BUCKET, 2);
    Set<String> urls = Set.of("https://a.example/homes/of/hers/1", "https://a.example/x");

    Walk first = pages.erase(DANA, urls, "");
    assertThat(first).isEqualTo(new Walk(2, Optional.of("a/2.gz")));
    Walk second = pages.erase(DANA, urls, "a/2.gz");
    assertThat(second).isEqualTo(new Walk(1, Optional.of("a/4.gz")));
    assertThat(pages.erase(DANA, urls, "a/4.gz").erased()).isEqualTo(1);

    assertThat(
            s3.listObjectsV2(request -> request.bucket(BUCKET)).contents().stream()
                .map(one -> one.key()))
        .containsExactly("a/3.gz", "a/6.gz");
    assertThat(pages.erase(DANA, urls, "").erased()).isZero();
  }

  @Test
  void forgetsWhatIsRememberedOfPagesAndHomes() {
    ErasableItems items =
        new DynamoErasableItems(dynamo, STATES, ANSWERS, hashes, new InMemoryWatchBook());
    dynamo.putItem(
        request ->
            request
                .tableName(STATES)
                .item(
                    Map.of(
                        "target",
                        Items.text(new Target("fsbo", "miami-fl").text()),
                        "address",
                        Items.text("https://fsbo.com/1"))));
    new DynamoValidationCache(dynamo, ANSWERS, hashes, InstantSource.system())
        .keep(
            com.aiqleads.acquisition.validation.ValidationCache.Kind.GEOCODE,
            CachedGeocoder.subject(LeadFixtures.anAddress()),
            "none",
            java.time.Duration.ofDays(1));

    assertThat(items.forgetPages("fsbo", "miami-fl", Set.of("https://fsbo.com/1"))).isEqualTo(1);
    assertThat(items.forgetPages("fsbo", "miami-fl", Set.of("https://fsbo.com/1"))).isZero();
    assertThat(items.forgetHomes(Set.of(LeadFixtures.anAddress()))).isEqualTo(1);
    assertThat(items.forgetHomes(Set.of(LeadFixtures.anAddress()))).isZero();
  }

  @Test
  void aSignatureHoldsForItsTextAndKeyOnly() {
    Signatures ours = new HmacSignatures(() -> new byte[32]);
    String signature = ours.sign("found no\n");

    assertThat(ours.holds("found no\n", signature)).isTrue();
    assertThat(ours.holds("found yes\n", signature)).isFalse();
    assertThat(ours.holds("found no\n", "00")).isFalse();
    byte[] other = "another key of thirty-two bytes!".getBytes(StandardCharsets.US_ASCII);
    assertThat(new HmacSignatures(() -> other).holds("found no\n", signature)).isFalse();
  }

  @Test
  void showsNoTraceInItsText() {
    assertThat(Traces.of(DANA)).hasToString("3 traces");
  }

  private void put(String key, String text) {
    s3.putObject(
        request -> request.bucket(BUCKET).key(key),
        RequestBody.fromBytes(Gzip.zipped(text.getBytes(StandardCharsets.UTF_8))));
  }

  private void file(Advertisement advertisement) {
    LeadResolution resolution = new LeadResolution(leads, InstantSource.system());
    database.inTransaction(
        () -> {
          resolution.reserve(List.of(advertisement), Set.of(), Set.of());
          return resolution.resolve(advertisement);
        });
  }
}
