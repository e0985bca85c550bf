package com.aiqleads.acquisition.overseeprivacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.deleting.DeletionPulls;
import com.aiqleads.acquisition.deleting.DeletionRequest;
import com.aiqleads.acquisition.deleting.DeletionRequests;
import com.aiqleads.acquisition.deleting.PullId;
import com.aiqleads.acquisition.erasing.Erasures;
import com.aiqleads.acquisition.erasing.Signatures;
import com.aiqleads.acquisition.fetching.FetchEvidence;
import com.aiqleads.acquisition.fetching.FetchEvidences;
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
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.Operator;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverseePrivacyHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final String KEY = "A".repeat(43) + "=";
  private static final String PUBLISH = "aiqleads-test-marketplace-publish-lead";
  private static final String SCORE = "aiqleads-test-acquisition-score-lead";
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final String PHONE =
      "{\"phones\":[\"+13059582368\"],\"reason\":\"asked by letter\"}";

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "oversee-privacy",
          queues,
          Map.of(
              "aiqleads.access",
              "POST /suppressions=acquisition:admin;POST /suppressions/lifting=acquisition:admin;"
                  + "GET /suppressions=acquisition:admin;POST /erasures=acquisition:admin;"
                  + "GET /erasures/{id}=acquisition:admin;POST /disclosures=acquisition:admin;"
                  + "GET /leads/{id}/passport=marketplace:read;POST /consents=acquisition:admin;"
                  + "POST /scrubs=acquisition:admin;GET /deletions=acquisition:admin;"
                  + "POST /suppressions/pages=acquisition:admin;"
                  + "POST /suppressions/pages/lifting=acquisition:admin",
              "aiqleads.routes",
              "LeadResolved=acquisition-score-lead;LeadEnded=marketplace-publish-lead;"
                  + "ErasureAsked=acquisition-erase-person",
              "aiqleads.issuer",
              ISSUER.address()));

  private final Operator operator =
      new Operator(() -> new OverseePrivacyHandler(context), ISSUER, "acquisition:admin");

  @BeforeEach
  void useTheDatabase() {
    postgres.clear();
    context.registerSingleton(
        FetchEvidences.class,
        (FetchEvidences)
            key ->
                key.equals("craigslist/ab/key.gz")
                    ? Optional.of(
                        new FetchEvidence(
                            NOON, 200, "0123", NOON.minusSeconds(1), "Allow: /d/", "user_1"))
                    : Optional.empty());
    context.registerSingleton(
        Secrets.class,
        new FixedSecrets(
            Map.of("database", postgres.secret(), "contact-key", KEY, "match-key", KEY)));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @AfterAll
  static void closeTheIssuer() {
    ISSUER.close();
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (OverseePrivacyHandler handler = new OverseePrivacyHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  @Test
  void suppressesByHashAndTakesWhatThereIsOffSale() {
    file(LeadFixtures.anAdvertisement());

    assertThat(operator.answer("POST", "/suppressions", PHONE).getBody())
        .isEqualTo("{\"added\":1,\"ended\":1}");

    assertThat(queues.bodiesSentTo(PUBLISH)).hasSize(1);
    assertThat(queues.bodiesSentTo(PUBLISH).getFirst()).contains("\"code\":\"suppressed\"");
    SuppressionKey key = SuppressionKey.of(new Phone("+13059582368"));
    assertThat(context.getBean(Suppressions.class).among(Set.of(key))).containsExactly(key);
    assertThat(
            texts(
                "select s::text from acquisition.suppressions s"
                    + " union all select s::text from acquisition.suppression_changes s"))
        .hasSize(2)
        .noneMatch(row -> row.contains("3059582368"));
  }

  @Test
  void suppressingAgainChangesNothingAndTellsTheMarketplaceAgain() {
    file(LeadFixtures.anAdvertisement());
    operator.answer("POST", "/suppressions", PHONE);

    assertThat(operator.answer("POST", "/suppressions", PHONE).getBody())
        .isEqualTo("{\"added\":0,\"ended\":0}");
    assertThat(queues.bodiesSentTo(PUBLISH)).hasSize(2);
    assertThat(texts("select id::text from acquisition.suppression_changes")).hasSize(1);
  }

  @Test
  void pagesOfThePersonAreLeftAloneUntilTheyAreLetInAgain() {
    Advertisement hers = LeadFixtures.anAdvertisement();
    file(hers);
    SuppressedPages pages = new SuppressedPages(context.getBean(Suppressions.class));
    List<String> shown = List.of(hers.listing().url(), "https://homes.example/other");

    operator.answer("POST", "/suppressions", PHONE);

    assertThat(pages.among("fsbo", shown)).containsExactly(hers.listing().url());
    operator.answer("POST", "/suppressions/lifting", PHONE);
    assertThat(pages.among("fsbo", shown)).isEmpty();
  }

  @Test
  void aPageIsLeftAloneAndWhatWasReadThereComesOffSale() {
    Advertisement hers = LeadFixtures.anAdvertisement();
    file(hers);
    String page = hers.listing().url();
    String body = "{\"pages\":[\"%s?utm_source=x\"],\"reason\":\"letter 12\"}".formatted(page);

    assertThat(operator.answer("POST", "/suppressions/pages", body).getBody())
        .isEqualTo("{\"added\":1,\"ended\":1}");

    SuppressedPages pages = new SuppressedPages(context.getBean(Suppressions.class));
    assertThat(pages.among("fsbo", List.of(page))).containsExactly(page);
    assertThat(queues.bodiesSentTo(PUBLISH).getFirst()).contains("\"code\":\"suppressed\"");
    assertThat(operator.answer("POST", "/suppressions/pages", body).getBody())
        .isEqualTo("{\"added\":0,\"ended\":0}");
    assertThat(operator.answer("GET", "/suppressions").getBody())
        .contains("\"kind\":\"page\"", "letter 12")
        .doesNotContain("fsbo.com");
    assertThat(operator.answer("POST", "/suppressions/pages/lifting", body).getBody())
        .isEqualTo("{\"lifted\":1}");
    assertThat(pages.among("fsbo", List.of(page))).isEmpty();
  }

  @Test
  void aPageOfAnotherSiteWithTheSameNumberIsNotTakenForIt() {
    Advertisement hers = LeadFixtures.anAdvertisement();
    file(hers);
    String other = hers.listing().url().replace("fsbo.com", "other.example");

    assertThat(
            operator
                .answer(
                    "POST",
                    "/suppressions/pages",
                    "{\"pages\":[\"%s\"],\"reason\":\"r\"}".formatted(other))
                .getBody())
        .isEqualTo("{\"added\":1,\"ended\":0}");
  }

  @ParameterizedTest
  @CsvSource({
    "ZILLOW, 44, https://www.zillow.com/homedetails/{}/44_zpid/",
    "CRAIGSLIST, 7812345678, https://miami.craigslist.org/{}/d/house/7812345678.html",
    "FORSALEBYOWNER, 24300007, https://directory.forsalebyowner.com/listing/{}/24300007"
  })
  void aPageMeansItsAdvertisementHoweverItsSiteWordsTheAddress(
      Source site, String id, String address) {
    Advertisement hers = at(site, id, address.replace("{}", "brw"));
    file(hers);
    String named = address.replace("{}", "12-Palm-Ave").replace("https://www.", "http://");
    SuppressedPages pages = new SuppressedPages(context.getBean(Suppressions.class));
    List<String> shown =
        List.of(named, hers.listing().url(), address.replace("{}", "x").replace(id, "1234567"));

    assertThat(operator.answer("POST", "/suppressions/pages", letter(named)).getBody())
        .isEqualTo("{\"added\":1,\"ended\":1}");

    assertThat(pages.among(site.id(), shown)).containsExactlyInAnyOrder(named, shown.get(1));
    assertThat(context.getBean(Suppressions.class).among(SuppressionKey.of(hers)))
        .contains(SuppressionKey.of(hers.listing().id()));
    operator.answer("POST", "/suppressions/pages/lifting", letter(named));
    assertThat(pages.among(site.id(), shown)).isEmpty();
  }

  @Test
  void ofTwoPagesOneIsReadAgainOnceItIsLiftedAndTheOtherIsNot() {
    String one = "https://fsbo.com/listings/listings/show/id/1/";
    String other = "https://fsbo.com/listings/listings/show/id/2/";
    file(at(Source.FSBO, "1", one));
    SuppressedPages pages = new SuppressedPages(context.getBean(Suppressions.class));
    operator.answer("POST", "/suppressions/pages", letter(one + "\",\"" + other));

    operator.answer("POST", "/suppressions/pages/lifting", letter(one));

    assertThat(pages.among("fsbo", List.of(one, other))).containsExactly(other);
  }

  /// Who read that nothing is suppressed may still file what the page shows.
  @Test
  void whatIsFiledWhileItsPageIsSuppressedComesOffSaleToo() {
    Advertisement hers = LeadFixtures.anAdvertisement();
    Database database = context.getBean(Database.class);
    LeadResolution resolution =
        new LeadResolution(context.getBean(Leads.class), InstantSource.system());

    CompletableFuture<String> suppressing =
        database.inTransaction(
            () -> {
              resolution.reserve(List.of(hers), Set.of(), Set.of());
              Set<SuppressionKey> known =
                  context.getBean(Suppressions.class).among(SuppressionKey.of(hers));
              assertThat(known).isEmpty();
              CompletableFuture<String> begun =
                  CompletableFuture.supplyAsync(
                      () ->
                          operator
                              .answer("POST", "/suppressions/pages", letter(hers.listing().url()))
                              .getBody());
              awaitItsWaitingForUs(begun);
              resolution.resolve(hers);
              return begun;
            });

    assertThat(suppressing.join()).isEqualTo("{\"added\":1,\"ended\":1}");
  }

  private static final String WAITING =
      """
      select 'x' from pg_locks join pg_database on pg_database.oid = database
      where locktype = 'advisory' and not granted and datname = current_database()
      """;

  private static void awaitItsWaitingForUs(CompletableFuture<?> other) {
    Instant end = Instant.now().plusSeconds(20);
    while (!other.isDone() && texts(WAITING).isEmpty()) {
      assertThat(Instant.now()).isBefore(end);
    }
  }

  private static String letter(String page) {
    return "{\"pages\":[\"%s\"],\"reason\":\"letter 12\"}".formatted(page);
  }

  private static Advertisement at(Source site, String id, String address) {
    Listing some = LeadFixtures.aListing(site, id, LeadFixtures.PRICE, LeadFixtures.SEEN_AT);
    return LeadFixtures.anAdvertisement(
        new Listing(
            some.id(),
            site,
            id,
            address,
            some.title(),
            some.description(),
            some.price(),
            some.property(),
            some.listedOn(),
            some.photoUrls(),
            some.mlsNumber(),
            some.observedAt()));
  }

  @Test
  void refusesWhatIsNoPage() {
    assertThat(
            operator
                .answer(
                    "POST",
                    "/suppressions/pages",
                    "{\"pages\":[\"javascript:x\",\"no page\"],\"reason\":\" \"}")
                .getBody())
        .contains("pages[0]", "pages[1]", "reason");
    for (String body : List.of("{\"reason\":\"r\"}", "{\"pages\":[],\"reason\":\"r\"}")) {
      assertThat(operator.answer("POST", "/suppressions/pages/lifting", body).getStatusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void tellsTheMarketplaceOfALeadThatHadEndedBefore() {
    Advertisement sold = LeadFixtures.anAdvertisement();
    file(sold);
    end(sold);

    assertThat(operator.answer("POST", "/suppressions", PHONE).getBody())
        .isEqualTo("{\"added\":1,\"ended\":0}");

    assertThat(queues.bodiesSentTo(PUBLISH))
        .singleElement()
        .asString()
        .contains("\"code\":\"suppressed\"", "\"version\":2");
  }

  @Test
  void aLeadGoesOnWithWhatOthersAdvertise() {
    file(LeadFixtures.anAdvertisement());
    file(elsewhere(new Phone("+13052345678")));

    operator.answer("POST", "/suppressions", PHONE);

    toldToWithhold(2);
    assertThat(queues.bodiesSentTo(SCORE))
        .singleElement()
        .asString()
        .contains("+13052345678")
        .doesNotContain("+13059582368");
  }

  @Test
  void theMarketplaceWithholdsAContactAlsoIfTheLeadOutlivesIt() {
    file(LeadFixtures.anAdvertisement());
    file(elsewhere());

    assertThat(operator.answer("POST", "/suppressions", PHONE).getBody())
        .isEqualTo("{\"added\":1,\"ended\":1}");

    toldToWithhold(2);
    assertThat(queues.bodiesSentTo(SCORE))
        .singleElement()
        .asString()
        .contains("\"version\":4", "\"phones\":[]")
        .doesNotContain("+13059582368");
  }

  @Test
  void theMarketplaceWithholdsAContactWhoseAdvertisementHadEndedBefore() {
    Advertisement hers = LeadFixtures.anAdvertisement();
    file(hers);
    file(elsewhere());
    end(hers);

    assertThat(operator.answer("POST", "/suppressions", PHONE).getBody())
        .isEqualTo("{\"added\":1,\"ended\":0}");

    toldToWithhold(3);
    assertThat(queues.bodiesSentTo(SCORE))
        .singleElement()
        .asString()
        .contains("\"version\":4")
        .doesNotContain("+13059582368");
  }

  @Test
  void saysNothingOfThePersonWhileSomeOfTheAdvertisementsAreNotEndedYet() {
    file(LeadFixtures.anAdvertisement());
    file(elsewhere(new Phone("+13059582368")));

    assertThat(operator.answer("POST", "/suppressions", PHONE).getBody())
        .isEqualTo("{\"added\":1,\"ended\":2}");

    toldToWithhold(4);
    assertThat(queues.bodiesSentTo(SCORE)).isEmpty();
  }

  private void toldToWithhold(int version) {
    assertThat(queues.bodiesSentTo(PUBLISH))
        .singleElement()
        .asString()
        .contains("\"code\":\"suppressed\"", "\"version\":" + version);
  }

  /// The same home on another site, with these ways to reach whoever advertises it.
  private static Advertisement elsewhere(Phone... phones) {
    return LeadFixtures.anAdvertisement(
        LeadFixtures.aListing(Source.FORSALEBYOWNER, "9", LeadFixtures.PRICE, LeadFixtures.SEEN_AT),
        LeadFixtures.anAddress(),
        new Contact(null, List.of(phones), List.of(), List.of()));
  }

  @Test
  void aHomeIsSuppressedHoweverItIsWritten() {
    file(LeadFixtures.anAdvertisement());

    String home =
        "{\"addresses\":[\"1468 Southwest 22nd Terrace, Miami, FL 33145\"],\"reason\":\"r\"}";

    assertThat(operator.answer("POST", "/suppressions", home).getBody())
        .isEqualTo("{\"added\":1,\"ended\":1}");
  }

  @Test
  void isLiftedWithAReasonToo() {
    operator.answer("POST", "/suppressions", PHONE);

    assertThat(operator.answer("POST", "/suppressions/lifting", PHONE).getBody())
        .isEqualTo("{\"lifted\":1}");
    assertThat(operator.answer("POST", "/suppressions/lifting", PHONE).getBody())
        .isEqualTo("{\"lifted\":0}");
    assertThat(operator.answer("GET", "/suppressions").getBody())
        .contains("\"act\":\"lifted\"", "\"act\":\"suppressed\"", "\"by\":\"user_", "by letter")
        .doesNotContain("3059582368");
  }

  @Test
  void anErasureBeginsWithASuppression() {
    String begun = operator.answer("POST", "/erasures", PHONE).getBody();

    assertThat(begun).contains("\"status\":\"running\"");
    List<String> told = queues.bodiesSentTo("aiqleads-test-acquisition-erase-person");
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).doesNotContain("3059582368");
    SuppressionKey key = SuppressionKey.of(new Phone("+13059582368"));
    assertThat(context.getBean(Suppressions.class).among(Set.of(key))).containsExactly(key);
    assertThat(texts("select person from acquisition.erasures"))
        .hasSize(1)
        .noneMatch(person -> person.contains("3059582368"));

    String id = begun.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    assertThat(operator.answer("GET", "/erasures/" + id).getBody())
        .contains("\"status\":\"running\"", "\"subject\":\"")
        .contains("\"signatureHolds\":false");
  }

  @Test
  void tellsWhatIsHeldAndRemembersThatItWasAsked() {
    file(LeadFixtures.anAdvertisement());

    assertThat(operator.answer("POST", "/disclosures", PHONE).getBody())
        .contains("\"source\":\"fsbo\"", "\"name\":\"Dana Whitfield\"", "+13059582368")
        .contains("\"address\":\"1468 SW 22ND TER MIAMI FL 33145\"", "\"suppressed\":0");
    assertThat(operator.answer("POST", "/disclosures", PHONE.replace("2368", "2369")).getBody())
        .contains("\"advertisements\":[]");
    assertThat(texts("select listings || ' ' || reason from acquisition.disclosures order by id"))
        .containsExactly("1 asked by letter", "0 asked by letter");
    assertThat(texts("select d::text from acquisition.disclosures d"))
        .noneMatch(row -> row.contains("958236"));
  }

  @Test
  void aPassportNamesNobody() {
    file(LeadFixtures.anAdvertisement());
    context
        .getBean(Lineages.class)
        .keep(List.of(LineageFixtures.aLineage(LeadFixtures.SEEN_AT, LeadFixtures.PRICE)));
    new Database(postgres.administrator())
        .update(
            "update acquisition.lineage set listing_id = (select listing_id from"
                + " acquisition.advertisements)",
            _ -> {});

    String passport = passport();

    assertThat(passport)
        .contains("\"robotsRule\":\"Allow: /d/\"")
        .contains("\"robotsStatus\":200,\"robotsHash\":\"0123\"", "\"approvedBy\":\"user_1\"")
        .contains("\"keptUntil\":\"%s\"".formatted(LeadFixtures.SEEN_AT.plus(Duration.ofDays(180))))
        .contains("\"suppressed\":false", "\"source\":\"craigslist\"")
        .contains("\"refusal\":\"not_approved\"", "\"snapshotKey\":\"craigslist/ab/key.gz\"")
        .contains("\"phone\":{\"allowed\":[],\"refusals\":[\"never_scrubbed\"")
        .contains("\"mail\":{\"allowed\":[\"personal_mail\"],\"refusals\":[\"no_consent\"]}")
        .doesNotContain("958", "Dana", "dana", "22ND", "userpostingid");
  }

  @Test
  void aPassportKnowsScrubsConsentAndSuppression() {
    file(LeadFixtures.anAdvertisement());
    String scrub =
        "{\"list\":\"national\",\"lookedAt\":\"%s\",\"unlisted\":[\"+13059582368\"]}"
            .formatted(Instant.now().minusSeconds(1));
    String consent =
        "{\"who\":\"+13059582368\",\"channel\":\"text_message\",\"act\":\"given\","
            + "\"text\":\"Text me offers\"}";
    assertThat(operator.answer("POST", "/scrubs", scrub).getStatusCode()).isEqualTo(204);
    assertThat(operator.answer("POST", "/consents", consent).getStatusCode()).isEqualTo(204);
    assertThat(
            operator
                .answer("POST", "/consents", consent.replace("given", "revoked"))
                .getStatusCode())
        .isEqualTo(204);
    assertThat(texts("select act from acquisition.consents order by id"))
        .containsExactly("GIVEN", "REVOKED");
    assertThat(passport()).contains("\"lookedUpAt\":\"").doesNotContain("never_scrubbed");

    operator.answer("POST", "/suppressions", PHONE);

    assertThat(passport())
        .contains("\"suppressed\":true", "\"phone\":{\"allowed\":[]", "\"suppressed\"");
  }

  @Test
  void aLeadIsLookedUpOnceEachOfItsNumbersIsOnTheNationalList() {
    file(LeadFixtures.anAdvertisement());
    file(elsewhere(new Phone("+13052345678")));
    String scrub = "{\"list\":\"%s\",\"lookedAt\":\"2026-11-20T00:00:00Z\",\"unlisted\":[\"%s\"]}";
    operator.answer("POST", "/scrubs", scrub.formatted("national", "+13059582368"));
    operator.answer("POST", "/scrubs", scrub.formatted("fl", "+13052345678"));
    assertThat(passport()).doesNotContain("lookedUpAt").contains("never_scrubbed");

    operator.answer("POST", "/scrubs", scrub.formatted("national", "+13052345678"));
    assertThat(passport()).contains("\"lookedUpAt\":\"2026-11-20T00:00:00Z\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"who\":\"x\",\"channel\":\"bulk_mail\",\"act\":\"given\",\"text\":\"t\"}",
        "{\"who\":\"a@b.example\",\"channel\":\"x\",\"act\":\"given\",\"text\":\"t\"}",
        "{\"who\":\"a@b.example\",\"channel\":\"bulk_mail\",\"act\":\"x\",\"text\":\"t\"}",
        "{\"who\":\"a@b.example\",\"channel\":\"bulk_mail\",\"act\":\"given\",\"text\":\" \"}"
      })
  void entersNoConsentThatSaysNothing(String body) {
    assertThat(operator.answer("POST", "/consents", body).getStatusCode()).isEqualTo(400);
    assertThat(texts("select act from acquisition.consents")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"list\":\"national\",\"lookedAt\":\"2026-11-20T00:00:00Z\"}",
        "{\"list\":\"Texas\",\"lookedAt\":\"2026-11-20T00:00:00Z\",\"listed\":[\"+13059582368\"]}",
        "{\"list\":\"tx\",\"lookedAt\":\"yesterday\",\"listed\":[\"+13059582368\"]}",
        "{\"list\":\"tx\",\"lookedAt\":\"2999-11-20T00:00:00Z\",\"listed\":[\"+13059582368\"]}",
        "{\"list\":\"tx\",\"lookedAt\":\"2026-11-20T00:00:00Z\",\"listed\":[\"911\"]}"
      })
  void takesNoScrubThatSaysNothing(String body) {
    assertThat(operator.answer("POST", "/scrubs", body).getStatusCode()).isEqualTo(400);
    assertThat(texts("select list from acquisition.do_not_call")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "lead_x", "lead_01M7T1X131F02BNNQYJJJNY65J"})
  void thereIsNoPassportOfNoLead(String id) {
    Call call = Call.get("/leads/" + id + "/passport");

    assertThat(operator.with("marketplace:read").answer(call).getStatusCode()).isEqualTo(404);
  }

  private String passport() {
    String lead = texts("select id::text from acquisition.leads").getFirst();
    String id = new LeadId(UUID.fromString(lead)).text();
    APIGatewayV2HTTPResponse answer =
        operator.with("marketplace:read").answer(Call.get("/leads/" + id + "/passport"));
    assertThat(answer.getStatusCode()).isEqualTo(200);
    return answer.getBody();
  }

  @Test
  void showsAReportAndWhetherItIsAsItWasSigned() {
    CorrelationId id = new CorrelationId(Ids.next(InstantSource.system()));
    Erasures erasures = context.getBean(Erasures.class);
    erasures.begin(
        id,
        new Person(Set.of(new Phone("+13059582368")), Set.of(), Set.of()),
        new Wish("user", "reason", LeadFixtures.SEEN_AT));
    String text = "erasure " + id.text() + "\n";
    String signature = context.getBean(Signatures.class).sign(text);
    erasures.finish(id, new Erasures.Signed(text, signature, LeadFixtures.SEEN_AT));

    assertThat(operator.answer("GET", "/erasures/" + id.text()).getBody())
        .contains("\"status\":\"done\"", signature, "\"signatureHolds\":true");

    new Database(postgres.administrator())
        .update("update acquisition.erasures set report = report || 'more'", _ -> {});
    assertThat(operator.answer("GET", "/erasures/" + id.text()).getBody())
        .contains("\"signatureHolds\":false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "cor_x", "cor_0J43GV5GYMFSFRMTVWHPEGYR9B"})
  void knowsNoOtherErasure(String id) {
    assertThat(operator.answer("GET", "/erasures/" + id).getStatusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reason\":\"r\"}",
        "{\"phones\":[\"+13059582368\"]}",
        "{\"phones\":[\"305 958\"],\"reason\":\"r\"}",
        "{\"phones\":[\"' or 1=1 --\"],\"reason\":\"r\"}",
        "{\"emails\":[\"<script>alert(1)</script>\"],\"reason\":\"r\"}",
        "{\"addresses\":[\"nowhere\"],\"reason\":\"r\"}",
        "{\"phones\":[\"+13059582368\"],\"reason\":\"a\\nb\"}",
        "{\"phones\":[\"+13059582368\"],\"reason\":\" \"}"
      })
  void refusesWhatNamesNobody(String body) {
    assertThat(operator.answer("POST", "/suppressions", body).getStatusCode()).isEqualTo(400);
    assertThat(operator.answer("POST", "/suppressions/lifting", body).getStatusCode())
        .isEqualTo(400);
    assertThat(operator.answer("POST", "/erasures", body).getStatusCode()).isEqualTo(400);
    assertThat(operator.answer("POST", "/disclosures", body).getStatusCode()).isEqualTo(400);
    assertThat(texts("select 'x' from acquisition.suppressions")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /suppressions",
        "POST /suppressions/lifting",
        "POST /suppressions/pages",
        "POST /suppressions/pages/lifting",
        "GET /suppressions",
        "POST /erasures",
        "POST /disclosures",
        "POST /consents",
        "POST /scrubs",
        "GET /erasures/cor_0J43GV5GYMFSFRMTVWHPEGYR9B"
      })
  void onlyAnAdminDecidesAboutPeople(String route) {
    String[] parts = route.split(" ");
    Call call = Call.to(parts[0], parts[1]);

    assertThat(operator.asNobody(call).getStatusCode()).isEqualTo(401);
    assertThat(operator.with("acquisition:read").answer(call).getStatusCode()).isEqualTo(403);
  }

  @Test
  void aProgramDecidesAboutNobody() {
    Call call = Operator.withJson(Call.to("POST", "/suppressions"), PHONE);

    assertThat(operator.asProgram(call).getStatusCode()).isEqualTo(403);
  }

  @Test
  void saysHowRequestsOfTheStateStandAndWhenTheyAreDue() {
    assertThat(operator.answer("GET", "/deletions").getBody())
        .isEqualTo(
            "{\"overdue\":false,\"requests\":0,\"waiting\":0,\"deleted\":0,\"notFound\":0,"
                + "\"withdrawn\":0}");
    PullId pull = new PullId(new UUID(7, 7));
    Instant asked = Instant.now().minus(Duration.ofDays(46)).truncatedTo(ChronoUnit.SECONDS);
    DeletionRequests requests = context.getBean(DeletionRequests.class);
    context.getBean(DeletionPulls.class).begin(pull, asked);
    requests.take(pull, List.of(new DeletionRequest("A7kP2xQ9Lm4R", "x_1_NDZ.csv", null)), asked);

    assertThat(operator.answer("GET", "/deletions").getBody())
        .contains(
            "\"pulledAt\":\"%s\"".formatted(asked),
            "\"dueAt\":\"%s\"".formatted(asked.plus(Duration.ofDays(45))),
            "\"overdue\":true",
            "\"waiting\":1");
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

  private void end(Advertisement advertisement) {
    LeadResolution resolution =
        new LeadResolution(context.getBean(Leads.class), InstantSource.system());
    ListingId listing = advertisement.listing().id();
    context
        .getBean(Database.class)
        .inTransaction(
            () -> {
              resolution.reserve(List.of(), Set.of(), Set.of(listing));
              return resolution.end(listing, Instant.now());
            });
  }

  private static List<String> texts(String sql) {
    return new Database(postgres.administrator()).query(sql, _ -> {}, row -> row.getString(1));
  }
}
