package com.aiqleads.acquisition.eraseperson;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.erasing.Erasures;
import com.aiqleads.acquisition.erasing.Erasures.Signed;
import com.aiqleads.acquisition.erasing.Signatures;
import com.aiqleads.acquisition.events.Examples;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.LineageFixtures;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.SuppressedPages;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.acquisition.validation.CachedGeocoder;
import com.aiqleads.acquisition.validation.ValidationCache;
import com.aiqleads.acquisition.validation.ValidationCache.Kind;
import com.aiqleads.acquisition.watching.Profile;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.Sighted;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.acquisition.watching.Watched;
import com.aiqleads.acquisition.watching.WithheldPage;
import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.ErasureAsked;
import com.aiqleads.events.acquisition.LeadErased;
import com.aiqleads.events.acquisition.LeadResolved;
import com.aiqleads.events.marketplace.OfferErased;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.PageId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.WithoutExpectation;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.DynamoService;
import com.aiqleads.testkit.ObjectService;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

class ErasePersonHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  @RegisterExtension static final ObjectService OBJECTS = new ObjectService();
  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private static final String KEY = "A".repeat(43) + "=";
  private static final String BUCKET = "aiqleads-test-acquisition-pages";
  private static final String STATES = "aiqleads-test-acquisition-page-states";
  private static final String WATCHES = "aiqleads-test-acquisition-watches";
  private static final String ANSWERS = "aiqleads-test-acquisition-validation-cache";
  private static final Scope SCOPE = new Scope("fsbo", "miami-fl", Scope.Kind.LISTING);
  private static final String OWN = "aiqleads-test-acquisition-erase-person";
  private static final String MARKET = "aiqleads-test-marketplace-publish-lead";
  private static final Person DANA =
      new Person(
          Set.of(new Phone("+13059582368")),
          Set.of(new Email("dana.whitfield@letterbox.example")),
          Set.of());

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "erase-person",
          queues,
          Map.of(
              "aiqleads.routes",
              "ErasureAsked=acquisition-erase-person;LeadErased=marketplace-publish-lead;"
                  + "LeadResolved=acquisition-score-lead"));
  private final TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));
  private final Examples examples = new Examples(context.getBean(ObjectMapper.class));
  private final S3Client s3 = s3();
  private final DynamoDbClient dynamo = dynamo();
  private final Database all = new Database(postgres.administrator());
  private final Advertisement hers =
      LeadFixtures.anAdvertisement(LeadFixtures.aListingSaying("Call (305) 958-2368 for a tour."));
  private int answered;
  private int continued;

  @BeforeEach
  void useTheStores() {
    postgres.clear();
    String database =
        """
        {"host":"%s","port":%d,"database":"%s","username":"%s","password":"%s"}
        """
            .formatted(
                postgres.host(),
                postgres.port(),
                postgres.databaseName(),
                postgres.username(),
                postgres.password());
    context.registerSingleton(
        Secrets.class,
        new FixedSecrets(Map.of("database", database, "contact-key", KEY, "match-key", KEY)));
    context.registerSingleton(S3Client.class, s3);
    context.registerSingleton(DynamoDbClient.class, dynamo);
    if (s3.listBuckets().buckets().stream().noneMatch(one -> one.name().equals(BUCKET))) {
      s3.createBucket(request -> request.bucket(BUCKET));
      table(STATES, "target", "address");
      table(ANSWERS, "question");
      table(WATCHES, "scope", "entry");
    }
    s3.listObjectsV2Paginator(request -> request.bucket(BUCKET))
        .contents()
        .forEach(one -> s3.deleteObject(delete -> delete.bucket(BUCKET).key(one.key())));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (ErasePersonHandler deployed = new ErasePersonHandler()) {
      assertThat(
              deployed
                  .handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)))
                  .getBatchItemFailures())
          .isEmpty();
    }
  }

  @Test
  void leavesNothingOfAPersonInAnyStore() {
    plant();
    assertThat(traces()).as("what was planted").hasSizeGreaterThan(8);

    CorrelationId id = erase(DANA);

    assertThat(traces()).isEmpty();
    assertThat(texts("select mark::text from acquisition.marks")).isEmpty();
    assertThat(context.getBean(Erasures.class).open(id)).isEmpty();
    Signed report = report(id);
    assertThat(report.text())
        .contains("place postgresql acquisition.advertisements erased 1 left 0")
        .contains("place postgresql acquisition.lineage erased 1 left 0")
        .containsPattern("place postgresql acquisition.marks erased [1-9]\\d* left 0")
        .contains("place postgresql acquisition.refusals erased 1 left 0")
        .contains("place postgresql marketplace erased 2 left 0")
        .contains("place s3 pages erased 3 left 0")
        .contains("place dynamodb page-states erased 1 left 0")
        .contains("place dynamodb watches erased 2 left 0")
        .contains("place dynamodb validation-cache erased 1 left 0")
        .contains("found yes")
        .doesNotContain("958", "Whitfield", "letterbox");
    assertThat(context.getBean(Signatures.class).holds(report.text(), report.signature())).isTrue();
  }

  @Test
  void aSecondRunProvesTheFirst() {
    plant();
    CorrelationId first = erase(DANA);

    CorrelationId second = erase(DANA);

    assertThat(report(second).text())
        .contains("found no", "after " + first.text())
        .doesNotContainPattern("(erased|left) [1-9]");
    assertThat(report(first).text().lines().toList().get(1))
        .isEqualTo(report(second).text().lines().toList().get(1));
  }

  @Test
  void saysWhatATableStillShowsThatNobodyThoughtOf() {
    all.update("create table acquisition.notes (told text)", _ -> {});
    all.update("grant select on acquisition.notes to public", _ -> {});
    all.update("insert into acquisition.notes values ('ring 305.958.2368')", _ -> {});
    try {
      assertThat(report(erase(DANA)).text())
          .contains("place postgresql acquisition.notes erased 0 left 1", "found yes");
    } finally {
      all.update("drop table acquisition.notes", _ -> {});
    }
  }

  @Test
  void keepsWhatIsOfOthers() {
    plant();
    Advertisement others =
        LeadFixtures.anAdvertisement(
            LeadFixtures.aListing(
                Source.FORSALEBYOWNER, "9", LeadFixtures.PRICE, LeadFixtures.SEEN_AT),
            LeadFixtures.anAddress(),
            new Contact(null, List.of(new Phone("+13052345678")), List.of(), List.of()));
    file(others);
    put("fsbo/others.gz", zipped("<p>call 305 234 5678</p>"));

    erase(DANA);

    assertThat(texts("select listing_id::text from acquisition.advertisements"))
        .containsExactly(others.listing().id().value().toString());
    LeadResolved left =
        examples.in(
            queues.bodiesSentTo("aiqleads-test-acquisition-score-lead").getFirst(),
            LeadResolved.class);
    LeadErased erased = examples.in(queues.bodiesSentTo(MARKET).getFirst(), LeadErased.class);
    assertThat(left.contact().phones()).containsExactly(new Phone("+13052345678"));
    assertThat(left.lead().leadId()).isEqualTo(erased.leadId());
    assertThat(left.lead().version()).isEqualTo(erased.version() + 1);
    assertThat(keys()).contains("fsbo/others.gz");
  }

  @Test
  void suppressesTheAdvertisementTooSoThatItDoesNotComeBackWithoutAContact() {
    plant();
    erase(DANA);

    SuppressionKey listing = SuppressionKey.of(hers.listing().id());
    assertThat(context.getBean(Suppressions.class).among(Set.of(listing))).containsExactly(listing);
  }

  @Test
  void noPageOfThePersonIsFetchedAgain() {
    plant();
    String page = hers.listing().url();
    SuppressedPages pages = new SuppressedPages(context.getBean(Suppressions.class));
    assertThat(pages.among("fsbo", List.of(page))).isEmpty();

    erase(DANA);

    assertThat(pages.among("fsbo", List.of(page, "https://homes.example/other")))
        .containsExactly(page);
    assertThat(texts("select kept::text from acquisition.suppressed_pages as kept"))
        .isNotEmpty()
        .noneMatch(kept -> kept.contains("show"));
  }

  @Test
  void theSameStepTwiceHappensOnce() {
    plant();
    CorrelationId id = begin(DANA);
    ErasureAsked asked = new ErasureAsked(id, null);

    failures("same", asked);
    failures("same", asked);

    assertThat(queues.bodiesSentTo(MARKET)).hasSize(1);
  }

  @Test
  void goesOnAfterTheStoreFailedInTheMiddle() {
    plant();
    CorrelationId id = begin(DANA);
    all.update("alter table acquisition.outbox rename to away", _ -> {});
    try {
      assertThat(failures("first", new ErasureAsked(id, null))).hasSize(1);
    } finally {
      all.update("alter table acquisition.away rename to outbox", _ -> {});
    }
    assertThat(texts("select 'x' from acquisition.advertisements")).hasSize(1);

    assertThat(failures("first", new ErasureAsked(id, null))).isEmpty();
    goOn();

    assertThat(traces()).isEmpty();
    assertThat(report(id).text()).contains("found yes");
  }

  @Test
  void isNotDoneBeforeTheMarketplaceHasAnswered() {
    plant();
    CorrelationId id = begin(DANA);
    failures("first", new ErasureAsked(id, null));
    walk();

    assertThat(context.getBean(Erasures.class).report(id)).isEmpty();

    answer();
    assertThat(context.getBean(Erasures.class).report(id)).isPresent();
  }

  @Test
  void anErasureThatIsDoneOrUnknownDoesNothing() {
    CorrelationId id = erase(DANA);
    Signed report = report(id);

    assertThat(failures("late", new ErasureAsked(id, null))).isEmpty();
    assertThat(
            failures(
                "other",
                new OfferErased(id, new LeadId(Ids.derived("x")), 1, LeadFixtures.SEEN_AT)))
        .isEmpty();

    assertThat(report(id)).isEqualTo(report);
  }

  /// In every store, in every form.
  private void plant() {
    file(hers);
    Lineage lineage = LineageFixtures.aLineage(LeadFixtures.SEEN_AT, LeadFixtures.PRICE);
    context
        .getBean(Lineages.class)
        .keep(
            List.of(
                new Lineage(
                    hers.listing().id(),
                    "fsbo",
                    "miami-fl",
                    hers.listing().url() + "?call=3059582368",
                    lineage.page(),
                    lineage.snapshotKey(),
                    lineage.parserVersion(),
                    lineage.observedAt(),
                    lineage.price(),
                    lineage.particulars())));
    all.update(
        "insert into acquisition.outbox (event_id, event, body, traceparent, pending)"
            + " values (gen_random_uuid(), 'LeadResolved', '{\"phones\":[\"+13059582368\"]}',"
            + " 't', '{}')",
        _ -> {});
    all.update(
        "insert into acquisition.refusals (id, subject, subject_id, source, url, step,"
            + " reason_codes, reason_texts, refused_at) values (gen_random_uuid(), 'LISTING',"
            + " 'x', 'fsbo', 'https://fsbo.com/dana.whitfield%40letterbox.example', 'parse-page',"
            + " '{gone}', '{gone}', now())",
        _ -> {});
    put("fsbo/aa/page.gz", zipped("<a href='tel:+1-305-958-2368'>ring</a>"));
    put("fsbo/bb/cards.gz", zipped("<a href='" + path() + "'>a bright house</a>"));
    put(
        "readings/fsbo/miami-fl/r.json.gz",
        zipped("{\"mail\":\"dana.whitfield@letterbox.example\"}"));
    put("fsbo/robots/r.gz", zipped("User-agent: *"));
    dynamo.putItem(
        request ->
            request
                .tableName(STATES)
                .item(
                    Map.of(
                        "target",
                        text(new Target("fsbo", "miami-fl").text()),
                        "address",
                        text(hers.listing().url()))));
    WatchBook watches = context.getBean(WatchBook.class);
    Sighted seen =
        new Sighted(hers.listing().sourceListingId(), new TreeMap<>(Map.of("title", "1a2b")));
    watches.change(
        SCOPE,
        _ ->
            new Watched(
                new Profile(
                    "fsbo-1",
                    new TreeMap<>(),
                    new TreeMap<>(),
                    List.of(seen, new Sighted("another", new TreeMap<>()))),
                null));
    watches.withhold(SCOPE, List.of(withheld(hers.listing().url()), withheld("https://else")));
    context
        .getBean(ValidationCache.class)
        .keep(
            Kind.GEOCODE,
            CachedGeocoder.subject(LeadFixtures.anAddress()),
            "25.753900 -80.225300 rooftop",
            Duration.ofDays(1));
  }

  private static WithheldPage withheld(String url) {
    return new WithheldPage(
        new PageId(Ids.derived("page", url)),
        "fsbo",
        "miami-fl",
        url,
        "fsbo/aa/page.gz",
        "text/html",
        "hash",
        LeadFixtures.SEEN_AT,
        "fsbo-1",
        List.of());
  }

  /// What the watch of her market knows of her advertisement.
  private List<String> watched() {
    WatchBook watches = context.getBean(WatchBook.class);
    return Stream.concat(
            watches.find(SCOPE).usual().known().stream().map(Sighted::id),
            watches.withheld(SCOPE).stream().map(WithheldPage::address))
        .filter(
            one -> one.equals(hers.listing().sourceListingId()) || one.equals(hers.listing().url()))
        .toList();
  }

  /// Everything in every table, object and item, decrypted or not, that still names her.
  private List<String> traces() {
    List<String> found = new ArrayList<>();
    for (String table :
        texts(
            "select table_name from information_schema.tables"
                + " where table_schema = 'acquisition' and table_type = 'BASE TABLE'")) {
      texts("select t::text from acquisition." + table + " t").stream()
          .filter(this::names)
          .forEach(row -> found.add(table));
    }
    keys().stream().filter(key -> names(unzipped(key))).forEach(found::add);
    watched().forEach(id -> found.add("watches " + id));
    for (String table : List.of(STATES, ANSWERS)) {
      dynamo
          .scanPaginator(request -> request.tableName(table))
          .items()
          .forEach(
              item -> {
                if (table.equals(ANSWERS) || names(item.toString())) {
                  found.add(table);
                }
              });
    }
    return found;
  }

  private boolean names(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    return digits.contains("3059582368")
        || text.contains("dana.whitfield")
        || text.contains(path())
        || text.contains("Whitfield")
        || (text.contains(hers.listing().id().value().toString())
            && !text.contains("erase-person"));
  }

  private String path() {
    return "/listings/listings/show/id/546213/";
  }

  private CorrelationId erase(Person person) {
    CorrelationId id = begin(person);
    assertThat(failures("begin" + id, new ErasureAsked(id, null))).isEmpty();
    goOn();
    return id;
  }

  private CorrelationId begin(Person person) {
    CorrelationId id = new CorrelationId(Ids.next(InstantSource.system()));
    context
        .getBean(Erasures.class)
        .begin(id, person, new Wish("user", "request 7", LeadFixtures.SEEN_AT));
    return id;
  }

  private void goOn() {
    walk();
    answer();
  }

  private void walk() {
    List<String> told = queues.bodiesSentTo(OWN);
    while (continued < told.size()) {
      assertThat(
              failures("step" + continued, examples.in(told.get(continued++), ErasureAsked.class)))
          .isEmpty();
      told = queues.bodiesSentTo(OWN);
    }
  }

  /// As the marketplace does.
  private void answer() {
    List<String> told = queues.bodiesSentTo(MARKET);
    while (answered < told.size()) {
      LeadErased erased = examples.in(told.get(answered++), LeadErased.class);
      assertThat(
              failures(
                  "offer" + answered,
                  new OfferErased(erased.erasureId(), erased.leadId(), 2, LeadFixtures.SEEN_AT)))
          .isEmpty();
    }
  }

  private List<String> failures(String seed, Event event) {
    return new ErasePersonHandler(context)
            .handleRequest(
                TestEvents.batch(events.message(seed, event)),
                new FakeInvocation(Duration.ofSeconds(60)))
            .getBatchItemFailures()
            .stream()
            .map(failure -> failure.getItemIdentifier())
            .toList();
  }

  private Signed report(CorrelationId id) {
    return context.getBean(Erasures.class).report(id).orElseThrow();
  }

  private void file(Advertisement advertisement) {
    LeadResolution resolution =
        new LeadResolution(context.getBean(Leads.class), InstantSource.system());
    context
        .getBean(Database.class)
        .inTransaction(
            () -> {
              resolution.reserve(List.of(advertisement), Set.of(), Set.of());
              return resolution.resolve(advertisement);
            });
  }

  private List<String> texts(String sql) {
    return all.query(sql, _ -> {}, row -> row.getString(1));
  }

  private void put(String key, byte[] bytes) {
    s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
  }

  private List<String> keys() {
    return s3.listObjectsV2(request -> request.bucket(BUCKET)).contents().stream()
        .map(one -> one.key())
        .toList();
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  private static byte[] zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String unzipped(String key) {
    byte[] bytes = s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asByteArray();
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  }

  private static S3Client s3() {
    return S3Client.builder()
        .endpointOverride(OBJECTS.endpoint())
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            settings -> settings.addExecutionInterceptor(new WithoutExpectation()))
        .build();
  }

  private static DynamoDbClient dynamo() {
    return DynamoDbClient.builder()
        .endpointOverride(DYNAMO.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private void table(String name, String... keys) {
    List<AttributeDefinition> attributes = new ArrayList<>();
    List<KeySchemaElement> schema = new ArrayList<>();
    for (String key : keys) {
      attributes.add(
          AttributeDefinition.builder()
              .attributeName(key)
              .attributeType(ScalarAttributeType.S)
              .build());
      schema.add(
          KeySchemaElement.builder()
              .attributeName(key)
              .keyType(schema.isEmpty() ? KeyType.HASH : KeyType.RANGE)
              .build());
    }
    dynamo.createTable(
        request ->
            request
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes)
                .keySchema(schema));
  }
}
