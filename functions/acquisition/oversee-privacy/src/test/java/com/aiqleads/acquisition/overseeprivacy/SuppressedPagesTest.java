package com.aiqleads.acquisition.overseeprivacy;

import static com.aiqleads.acquisition.overseeprivacy.PrivacyDesk.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.suppression.SuppressedPages;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.Operator;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages that are left alone because somebody asks so.
class SuppressedPagesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final String PUBLISH = "aiqleads-test-marketplace-publish-lead";

  @RegisterExtension final PrivacyDesk desk = new PrivacyDesk(postgres, ISSUER);

  private final ApplicationContext context = desk.context();
  private final Operator operator = desk.operator();
  private final FakeQueues queues = desk.queues();

  @AfterAll
  static void closeTheIssuer() {
    ISSUER.close();
  }

  @Test
  void pagesOfThePersonAreLeftAloneUntilTheyAreLetInAgain() {
    Advertisement hers = LeadFixtures.anAdvertisement();
    desk.file(hers);
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
    desk.file(hers);
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
    desk.file(hers);
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
    desk.file(hers);
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
    desk.file(at(Source.FSBO, "1", one));
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

  private void awaitItsWaitingForUs(CompletableFuture<?> other) {
    Instant end = Instant.now().plusSeconds(20);
    while (!other.isDone() && desk.texts(WAITING).isEmpty()) {
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
}
