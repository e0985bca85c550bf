package com.aiqleads.acquisition.parsepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.events.Examples;
import com.aiqleads.acquisition.fetching.Snapshots;
import com.aiqleads.acquisition.parsing.Pages;
import com.aiqleads.acquisition.replaying.InMemoryKeptReadings;
import com.aiqleads.acquisition.replaying.KeptReading;
import com.aiqleads.acquisition.replaying.KeptReadings;
import com.aiqleads.events.acquisition.CompanyDescribed;
import com.aiqleads.events.acquisition.Conflict;
import com.aiqleads.events.acquisition.FieldPath;
import com.aiqleads.events.acquisition.JobFacts;
import com.aiqleads.events.acquisition.JobFound;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.events.acquisition.PageFetched;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.events.acquisition.Reading;
import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsePageHandlerTest {

  private static final String VALIDATE = "aiqleads-test-acquisition-validate-lead";
  private static final String JOBS = "aiqleads-test-careers-take-in-jobs";
  private static final String EMPLOYERS = "aiqleads-test-acquisition-resolve-employer";
  private static final String DEAD = "aiqleads-test-acquisition-parse-page-dead";
  private static final String REFUSALS = "aiqleads-test-acquisition-keep-refusals";

  private final FakeQueues queues = new FakeQueues();
  private final Map<String, String> stored = new HashMap<>();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "parse-page",
          queues,
          Map.of(
              "aiqleads.routes",
              "ListingParsed=acquisition-validate-lead;PageRejected=acquisition-keep-refusals;"
                  + "LeadRejected=acquisition-keep-refusals;JobFound=careers-take-in-jobs;"
                  + "CompanyDescribed=acquisition-resolve-employer"));
  private final InMemoryKeptReadings readings = new InMemoryKeptReadings();
  private final Examples examples = new Examples(context.getBean(ObjectMapper.class));
  private final PageFetched page = examples.of(PageFetched.class);

  @BeforeEach
  void keepReadings() {
    context.registerSingleton(KeptReadings.class, readings);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (ParsePageHandler deployed = new ParsePageHandler()) {
      assertThat(
              deployed
                  .handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)))
                  .getBatchItemFailures())
          .isEmpty();
    }
  }

  @Test
  void emitsTheAdvertisementOfAPage() {
    stored.put(page.snapshotKey(), Pages.text("fsbo-current.html"));

    assertThat(again(page)).isEmpty();

    ListingParsed parsed =
        examples.in(queues.bodiesSentTo(VALIDATE).getFirst(), ListingParsed.class);
    assertThat(parsed.pageId()).isEqualTo(page.pageId());
    assertThat(parsed.snapshotKey()).isEqualTo(page.snapshotKey());
    assertThat(parsed.market()).isEqualTo(page.market());
    assertThat(parsed.parserVersion()).isEqualTo("fsbo-4");
    assertThat(parsed.listing().url()).isEqualTo(page.url());
    assertThat(parsed.listing().observedAt()).isEqualTo(page.fetchedAt());
    assertThat(parsed.address().zip()).isEqualTo("33137");
    assertThat(parsed.contact().phones()).hasSize(3);
  }

  @Test
  void keepsWhatItReadWithItsLineage() {
    stored.put(page.snapshotKey(), Pages.text("fsbo-current.html"));

    again(page);
    again(page);

    KeptReading kept = readings.all().getFirst();
    assertThat(readings.all()).hasSize(1);
    assertThat(kept.parserVersion()).isEqualTo("fsbo-4");
    assertThat(kept.page().snapshotKey()).isEqualTo(page.snapshotKey());
    assertThat(kept.page().market()).isEqualTo(page.market());
    assertThat(kept.fields()).containsEntry("outcome", "read").containsValue("33137");
  }

  @Test
  void takesNothingOfWhatItsPermitWithholds() {
    PageFetched strict = page("fsbo", page.url(), "contact", "photos");
    stored.put(page.snapshotKey(), Pages.text("fsbo-current.html"));

    again(strict);

    ListingParsed parsed =
        examples.in(queues.bodiesSentTo(VALIDATE).getFirst(), ListingParsed.class);
    assertThat(parsed.contact().phones()).isEmpty();
    assertThat(parsed.listing().description()).isNull();
    assertThat(parsed.listing().photoUrls()).isEmpty();
    assertThat(parsed.address().zip()).isEqualTo("33137");
    assertThat(readings.all().getFirst().fields()).doesNotContainValue("Dana Whitfield");
  }

  @Test
  void keepsThatItReadNothingToo() {
    stored.put(page.snapshotKey(), "<html></html>");

    again(page);

    assertThat(readings.all().getFirst().fields()).containsOnlyKeys("outcome");
  }

  @Test
  void emitsWhatAPageSaysAgainstItself() {
    PageFetched posting = page("craigslist", Pages.CRAIGSLIST_URL);
    stored.put(posting.snapshotKey(), Pages.text("craigslist-posting.html"));

    assertThat(again(posting)).isEmpty();

    ListingParsed parsed =
        examples.in(queues.bodiesSentTo(VALIDATE).getFirst(), ListingParsed.class);
    assertThat(parsed.otherId()).isEqualTo("eeMN5hZjKAv-GN4qFKr_U8");
    assertThat(parsed.sellerUrl()).endsWith("userpostingid=7890123456");
    assertThat(parsed.parserVersion()).isEqualTo("craigslist-3");
    assertThat(parsed.conflicts()).extracting(Conflict::field).containsExactly("zip");
    assertThat(parsed.conflicts().getFirst().readings())
        .extracting(Reading::value)
        .containsExactly("33146", "33145");
  }

  @Test
  void emitsTheJobOfAPosting() {
    PageFetched posting = page("linkedin", Pages.JOB_PAGE_URL);
    stored.put(
        posting.snapshotKey(), Pages.text("linkedin-page.html").replace("FULL_TIME", "OTHER"));

    assertThat(again(posting)).isEmpty();

    JobFound found = examples.in(queues.bodiesSentTo(JOBS).getFirst(), JobFound.class);
    assertThat(found.pageId()).isEqualTo(posting.pageId());
    assertThat(found.snapshotKey()).isEqualTo(posting.snapshotKey());
    assertThat(found.parserVersion()).isEqualTo("linkedin-2");
    assertThat(found.market()).isEqualTo(posting.market());
    assertThat(found.job().source()).isEqualTo("linkedin");
    assertThat(found.job().sourceListingId()).isEqualTo("4301000011");
    assertThat(found.job().application()).isEqualTo("off_site");
    assertThat(found.job().observedAt()).isEqualTo(posting.fetchedAt());
    assertThat(found.conflicts()).extracting(Conflict::field).containsExactly("employment type");
    assertThat(queues.bodiesSentTo(VALIDATE)).isEmpty();
  }

  @Test
  void emitsWhatACompanySaysOfItselfAndWhereItStood() {
    PageFetched company = page("linkedin", Pages.COMPANY_URL);
    stored.put(
        company.snapshotKey(),
        Pages.text("linkedin-company.html").replace("\"Miami\"", "\"Boston\""));

    assertThat(again(company)).isEmpty();

    CompanyDescribed said =
        examples.in(queues.bodiesSentTo(EMPLOYERS).getFirst(), CompanyDescribed.class);
    assertThat(said.pageId()).isEqualTo(company.pageId());
    assertThat(said.snapshotKey()).isEqualTo(company.snapshotKey());
    assertThat(said.parserVersion()).isEqualTo("linkedin-2");
    assertThat(said.employer().handle()).isEqualTo("harbor-lane-accounting");
    assertThat(said.company().leastEmployees()).isEqualTo(51);
    assertThat(said.readFrom()).contains(new FieldPath("headcount", "about-us dt size"));
    assertThat(said.conflicts()).extracting(Conflict::field).containsExactly("headquarters");
    assertThat(said.observedAt()).isEqualTo(company.fetchedAt());
    assertThat(queues.bodiesSentTo(JOBS)).isEmpty();
  }

  @Test
  void takesNothingOfAJobThatItsPermitWithholds() {
    PageFetched posting = page("linkedin", Pages.JOB_PAGE_URL, "description", "price");
    stored.put(posting.snapshotKey(), Pages.text("linkedin-page.html"));

    again(posting);

    JobFound found = examples.in(queues.bodiesSentTo(JOBS).getFirst(), JobFound.class);
    assertThat(found.job().sourceListingId()).isEqualTo("4301000011");
    assertThat(found.job().description()).isNull();
    assertThat(found.job().salary()).isNull();
    assertThat(found.job().place().city()).isNotNull();
  }

  @Test
  void emitsTheJobsOfASearchAndSaysThatTheyArePartial() {
    PageFetched search = page("linkedin", Pages.JOB_SEARCH_URL);
    stored.put(search.snapshotKey(), Pages.text("linkedin-search.html"));

    assertThat(again(search)).isEmpty();

    assertThat(queues.bodiesSentTo(JOBS))
        .map(body -> examples.in(body, JobFound.class).job())
        .hasSize(3)
        .allMatch(JobFacts::partial);
  }

  @Test
  void aJobOfTheLongestTextLeavesRoomInItsMessage() {
    PageFetched posting = page("linkedin", Pages.JOB_PAGE_URL);
    stored.put(
        posting.snapshotKey(),
        Pages.text("linkedin-page.html").replace("month-end close", "漢".repeat(100_000)));

    again(posting);

    assertThat(queues.bodiesSentTo(JOBS).getFirst().getBytes(StandardCharsets.UTF_8).length)
        .isBetween(44 * 1024, 50 * 1024);
  }

  @Test
  void saysOfEachPageOfABoardWhyNothingIsRead() {
    PageFetched posting = page("linkedin", Pages.JOB_URL);
    again(posting);
    stored.put(posting.snapshotKey(), "<p class=closed-job>No longer accepting applications</p>");
    again(posting);
    PageFetched search = page("linkedin", Pages.JOB_SEARCH_URL);
    stored.put(
        search.snapshotKey(),
        IntStream.range(0, 201)
            .mapToObj("<div class=job-search-card data-id=43010%05d><h3>x</h3></div>"::formatted)
            .collect(Collectors.joining()));
    again(search);

    assertThat(queues.bodiesSentTo(REFUSALS))
        .map(body -> examples.in(body, PageRejected.class))
        .flatExtracting(PageRejected::reasons)
        .extracting(Reason::code)
        .containsExactly("snapshot_gone", "gone", "crowded");
    assertThat(queues.bodiesSentTo(JOBS)).hasSize(200);
  }

  @Test
  void emitsEveryAdvertisementOfAnAnswerAndRefusesTheRest() {
    PageFetched answer = page("forsalebyowner", Pages.SEARCH_URL);
    stored.put(answer.snapshotKey(), Pages.text("forsalebyowner.json"));

    again(answer);

    assertThat(queues.bodiesSentTo(VALIDATE)).hasSize(4);
    assertThat(queues.bodiesSentTo(REFUSALS))
        .map(body -> examples.in(body, LeadRejected.class))
        .flatExtracting(LeadRejected::reasons)
        .extracting(Reason::code)
        .containsExactly("gone", "under_contract", "malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'listingTitle':'%1$s'",
        "'listingDescription':'%1$s'",
        "'mlsNumber':'%1$s'",
        "'listingURL':'/%1$s'",
        "'listPrice':1e900000000",
        "'listingDescription':'a\\u0000b\\ud83c'",
        "'photos':['/%1$s',{'url':'/%1$s'}]",
        "'address':{'fullStreetAddress':'%1$s','city':'%1$s'}",
        "'contact':{'ownerName':'%1$s','phone':'%1$s','email':'%1$s'}"
      })
  void oneStrangeAdvertisementCostsNoOther(String strange) {
    PageFetched answer = page("forsalebyowner", Pages.SEARCH_URL);
    stored.put(answer.snapshotKey(), listings(strange.formatted("漢".repeat(100_000))));

    assertThat(again(answer)).isEmpty();

    assertThat(queues.bodiesSentTo(VALIDATE)).hasSize(3);
    assertThat(queues.sentTo(DEAD)).isEmpty();
  }

  @Test
  void readsAsManyAdvertisementsAsATruePageHasAndRefusesTheRestAtOnce() {
    PageFetched answer = page("forsalebyowner", Pages.SEARCH_URL);

    stored.put(answer.snapshotKey(), listings("'a':1}" + ",{'a':1}".repeat(196) + ",{'a':2"));
    assertThat(again(answer)).isEmpty();
    assertThat(queues.bodiesSentTo(REFUSALS)).noneMatch(body -> body.contains("crowded"));

    stored.put(
        answer.snapshotKey(),
        listings(
            IntStream.range(0, 600_000)
                .mapToObj(number -> "'a':" + number)
                .collect(Collectors.joining("},{"))));
    assertThat(again(answer)).isEmpty();
    assertThat(queues.bodiesSentTo(VALIDATE).size() + queues.bodiesSentTo(REFUSALS).size())
        .isLessThanOrEqualTo(2 * (200 + 1));
    assertThat(queues.bodiesSentTo(REFUSALS))
        .filteredOn(body -> body.contains("crowded"))
        .map(body -> examples.in(body, PageRejected.class).pageId())
        .containsExactly(answer.pageId());
  }

  @Test
  void refusesAnAdvertisementWhoseIdIsTooLongAndKeepsTheOthers() {
    PageFetched answer = page("forsalebyowner", Pages.SEARCH_URL);
    stored.put(answer.snapshotKey(), listings("'id':'" + "7".repeat(100_000) + "'"));

    again(answer);

    assertThat(queues.bodiesSentTo(VALIDATE)).hasSize(2);
    assertThat(queues.bodiesSentTo(REFUSALS)).hasSize(1);
    assertThat(queues.sentTo(DEAD)).isEmpty();
  }

  @Test
  void theLargestAdvertisementLeavesRoomInItsMessage() {
    PageFetched answer = page("forsalebyowner", Pages.SEARCH_URL);
    String photos =
        IntStream.range(10, 50)
            .mapToObj(number -> "'/" + number + "x".repeat(360) + "'")
            .collect(Collectors.joining(","));
    String line = "漢".repeat(200);
    stored.put(
        answer.snapshotKey(),
        listings(
            ("'listingTitle':'%2$s','listingDescription':'%2$s','mlsNumber':'%1$s',"
                    + "'address':{'fullStreetAddress':'%1$s','city':'%1$s','stateOrProvince':'%1$s',"
                    + "'postalCode':'%1$s'},'contact':{'ownerName':'%1$s','phone':'%1$s',"
                    + "'phoneNumber':'x%1$.199s','email':'%2$.320s'},'photos':[%3$s]")
                .formatted(line, "漢".repeat(5_000), photos)));

    again(answer);

    assertThat(queues.bodiesSentTo(VALIDATE)).hasSize(3);
    assertThat(queues.bodiesSentTo(VALIDATE).get(1).getBytes(StandardCharsets.UTF_8).length)
        .isBetween(32 * 1024, 40 * 1024);
  }

  @Test
  void refusesAPageForGoodInsteadOfTryingAgain() {
    stored.put(page.snapshotKey(), "<p>This listing has expired.</p>");

    assertThat(again(page)).isEmpty();

    assertThat(refusal().step()).isEqualTo("parse-page");
    assertThat(refusal().pageId()).isEqualTo(page.pageId());
    assertThat(refusal().reasons()).extracting(Reason::code).containsExactly("gone");
  }

  @Test
  void refusesAPageWhoseSnapshotHasExpired() {
    again(page);

    assertThat(refusal().reasons()).extracting(Reason::code).containsExactly("snapshot_gone");
  }

  @Test
  void refusesASourceThatNobodyReads() {
    again(page("elsewhere", "https://elsewhere.example/"));

    assertThat(refusal().reasons()).extracting(Reason::code).containsExactly("unknown_source");
  }

  @Test
  void saysTheSameEventAgainForTheSamePage() {
    stored.put(page.snapshotKey(), Pages.text("fsbo-current.html"));

    again(page);
    again(page);

    assertThat(queues.eventIdsSentTo(VALIDATE))
        .hasSize(2)
        .containsOnly(queues.eventIdsSentTo(VALIDATE).getFirst());
  }

  @Test
  void triesAgainWhenTheStoreDoesNotAnswer() {
    context.registerSingleton(
        Snapshots.class,
        key -> {
          throw new IllegalStateException("no answer for " + key);
        });

    assertThat(failures(page)).containsExactly("message-a");
  }

  private List<String> again(PageFetched event) {
    context.registerSingleton(
        Snapshots.class,
        key ->
            Optional.ofNullable(stored.get(key))
                .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    return failures(event);
  }

  private List<String> failures(PageFetched event) {
    TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));
    return new ParsePageHandler(context)
            .handleRequest(
                TestEvents.batch(events.message("a", event)),
                new FakeInvocation(Duration.ofSeconds(30)))
            .getBatchItemFailures()
            .stream()
            .map(BatchItemFailure::getItemIdentifier)
            .toList();
  }

  private static String listings(String second) {
    return "{'success':true,'data':{'listings':[{'id':'1'},{'id':'2',%s},{'id':'3'}]}}"
        .formatted(second)
        .replace('\'', '"');
  }

  private PageRejected refusal() {
    return examples.in(queues.bodiesSentTo(REFUSALS).getFirst(), PageRejected.class);
  }

  private PageFetched page(String source, String url, String... withheld) {
    return new PageFetched(
        page.pageId(),
        source,
        page.market(),
        url,
        page.snapshotKey(),
        page.contentType(),
        page.contentHash(),
        page.fetchedAt(),
        List.of(withheld));
  }
}
