package com.aiqleads.acquisition.eraseperson;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.erasing.Erasures;
import com.aiqleads.acquisition.erasing.Erasures.Signed;
import com.aiqleads.acquisition.erasing.Signatures;
import com.aiqleads.acquisition.events.Examples;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.SuppressedPages;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.ErasureAsked;
import com.aiqleads.events.acquisition.LeadErased;
import com.aiqleads.events.acquisition.LeadResolved;
import com.aiqleads.events.marketplace.OfferErased;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.DynamoService;
import com.aiqleads.testkit.ObjectService;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

class ErasePersonHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  @RegisterExtension static final ObjectService OBJECTS = new ObjectService();
  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private static final String KEY = "A".repeat(43) + "=";
  private static final String OWN = "aiqleads-test-acquisition-erase-person";
  private static final String MARKET = "aiqleads-test-marketplace-publish-lead";

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
  private final PageStores pages = new PageStores(OBJECTS, DYNAMO);
  private final Database all = new Database(postgres.administrator());
  private final Dana dana = new Dana(context, all, pages);
  private int answered;
  private int continued;

  @BeforeEach
  void useTheStores() {
    postgres.clear();
    context.registerSingleton(
        Secrets.class,
        new FixedSecrets(
            Map.of("database", postgres.secret(), "contact-key", KEY, "match-key", KEY)));
    context.registerSingleton(S3Client.class, pages.s3());
    context.registerSingleton(DynamoDbClient.class, pages.dynamo());
    pages.empty();
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
    dana.plant();
    assertThat(dana.traces()).as("what was planted").hasSizeGreaterThan(8);

    CorrelationId id = erase(Dana.PERSON);

    assertThat(dana.traces()).isEmpty();
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
        .doesNotContain("9582368", "958-2368", "Whitfield", "letterbox");
    assertThat(context.getBean(Signatures.class).holds(report.text(), report.signature())).isTrue();
  }

  @Test
  void aSecondRunProvesTheFirst() {
    dana.plant();
    CorrelationId first = erase(Dana.PERSON);

    CorrelationId second = erase(Dana.PERSON);

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
      assertThat(report(erase(Dana.PERSON)).text())
          .contains("place postgresql acquisition.notes erased 0 left 1", "found yes");
    } finally {
      all.update("drop table acquisition.notes", _ -> {});
    }
  }

  @Test
  void keepsWhatIsOfOthers() {
    dana.plant();
    Advertisement others =
        LeadFixtures.anAdvertisement(
            LeadFixtures.aListing(
                Source.FORSALEBYOWNER, "9", LeadFixtures.PRICE, LeadFixtures.SEEN_AT),
            LeadFixtures.anAddress(),
            new Contact(null, List.of(new Phone("+13052345678")), List.of(), List.of()));
    Dana.file(context, others);
    pages.put("fsbo/others.gz", "<p>call 305 234 5678</p>");

    erase(Dana.PERSON);

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
    assertThat(pages.keys()).contains("fsbo/others.gz");
  }

  @Test
  void suppressesTheAdvertisementTooSoThatItDoesNotComeBackWithoutAContact() {
    dana.plant();
    erase(Dana.PERSON);

    SuppressionKey listing = SuppressionKey.of(dana.advertisement().listing().id());
    assertThat(context.getBean(Suppressions.class).among(Set.of(listing))).containsExactly(listing);
  }

  @Test
  void noPageOfThePersonIsFetchedAgain() {
    dana.plant();
    String page = dana.advertisement().listing().url();
    SuppressedPages pages = new SuppressedPages(context.getBean(Suppressions.class));
    assertThat(pages.among("fsbo", List.of(page))).isEmpty();

    erase(Dana.PERSON);

    assertThat(pages.among("fsbo", List.of(page, "https://homes.example/other")))
        .containsExactly(page);
    assertThat(texts("select kept::text from acquisition.suppressed_pages as kept"))
        .isNotEmpty()
        .noneMatch(kept -> kept.contains("show"));
  }

  @Test
  void forgetsWhenToLookAtPagesOfWhichNoLeadCameAndLeavesThemAlone() {
    String stray = "https://www.craigslist.org/view/d/home/eeMN5hZjKAv-GN4qFKr_U8";
    String refused = "https://fsbo.com/call-305-958-2368/";
    dana.plantWithoutALead(stray, refused);
    pages.putState("craigslist/miami-fl", stray);
    pages.putState("fsbo/naples-fl", refused);
    pages.putState("fsbo/naples-fl", "https://fsbo.com/of-another/");

    Suppressions suppressions = context.getBean(Suppressions.class);
    Wish wish = new Wish("user", "request 7", LeadFixtures.SEEN_AT);
    suppressions.add(Dana.PERSON.keys(), wish);

    Signed report = report(erase(Dana.PERSON));

    assertThat(report.text()).contains("place dynamodb page-states erased 2 left 0");
    assertThat(pages.states()).singleElement().asString().contains("of-another");
    SuppressedPages left = new SuppressedPages(suppressions);
    List<String> all = List.of(stray, refused, "https://fsbo.com/of-another/");
    assertThat(left.among("fsbo", all)).containsExactlyInAnyOrder(stray, refused);
    suppressions.lift(Dana.PERSON.keys(), wish);
    assertThat(left.among("fsbo", all)).isEmpty();
  }

  @Test
  void theSameStepTwiceHappensOnce() {
    dana.plant();
    CorrelationId id = begin(Dana.PERSON);
    ErasureAsked asked = new ErasureAsked(id, null);

    failures("same", asked);
    failures("same", asked);

    assertThat(queues.bodiesSentTo(MARKET)).hasSize(1);
  }

  @Test
  void goesOnAfterTheStoreFailedInTheMiddle() {
    dana.plant();
    CorrelationId id = begin(Dana.PERSON);
    all.update("alter table acquisition.outbox rename to away", _ -> {});
    try {
      assertThat(failures("first", new ErasureAsked(id, null))).hasSize(1);
    } finally {
      all.update("alter table acquisition.away rename to outbox", _ -> {});
    }
    assertThat(texts("select 'x' from acquisition.advertisements")).hasSize(1);

    assertThat(failures("first", new ErasureAsked(id, null))).isEmpty();
    goOn();

    assertThat(dana.traces()).isEmpty();
    assertThat(report(id).text()).contains("found yes");
  }

  @Test
  void isNotDoneBeforeTheMarketplaceHasAnswered() {
    dana.plant();
    CorrelationId id = begin(Dana.PERSON);
    failures("first", new ErasureAsked(id, null));
    walk();

    assertThat(context.getBean(Erasures.class).report(id)).isEmpty();

    answer();
    assertThat(context.getBean(Erasures.class).report(id)).isPresent();
  }

  @Test
  void anErasureThatIsDoneOrUnknownDoesNothing() {
    CorrelationId id = erase(Dana.PERSON);
    Signed report = report(id);

    assertThat(failures("late", new ErasureAsked(id, null))).isEmpty();
    assertThat(
            failures(
                "other",
                new OfferErased(id, new LeadId(Ids.derived("x")), 1, LeadFixtures.SEEN_AT)))
        .isEmpty();

    assertThat(report(id)).isEqualTo(report);
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

  private List<String> texts(String sql) {
    return all.query(sql, _ -> {}, row -> row.getString(1));
  }
}
