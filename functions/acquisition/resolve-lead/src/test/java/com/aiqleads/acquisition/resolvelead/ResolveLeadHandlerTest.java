package com.aiqleads.acquisition.resolvelead;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.events.Examples;
import com.aiqleads.acquisition.events.FromEvent;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.Contact;
import com.aiqleads.events.acquisition.LeadDoubted;
import com.aiqleads.events.acquisition.LeadEnded;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.LeadResolved;
import com.aiqleads.events.acquisition.LeadValidated;
import com.aiqleads.events.acquisition.ListingFacts;
import com.aiqleads.events.acquisition.Location;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.events.acquisition.PostalAddress;
import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResolveLeadHandlerTest {

  private static final String TOKEN = "eeMN5hZjKAv-GN4qFKr_U8";

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final String SCORE = "aiqleads-test-acquisition-score-lead";
  private static final String RESOLVE = "aiqleads-test-acquisition-resolve-lead";
  private static final String KEY = "A".repeat(43) + "=";

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "resolve-lead",
          queues,
          Map.of(
              "aiqleads.routes",
              "LeadResolved=acquisition-score-lead;LeadEnded=marketplace-publish-lead;"
                  + "LeadRejected=acquisition-keep-refusals;"
                  + "LeadDoubted=acquisition-resolve-lead"));
  private final Examples examples = new Examples(context.getBean(ObjectMapper.class));
  private final TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));
  private final LeadValidated valid = examples.of(LeadValidated.class);

  @BeforeEach
  void useTheDatabase() {
    postgres.clear();
    context.registerSingleton(
        Secrets.class,
        new FixedSecrets(
            Map.of("database", postgres.secret(), "contact-key", KEY, "match-key", KEY)));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (ResolveLeadHandler deployed = new ResolveLeadHandler()) {
      assertThat(
              deployed
                  .handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)))
                  .getBatchItemFailures())
          .isEmpty();
    }
  }

  @Test
  void emitsANewLead() {
    assertThat(failures(message("a", valid))).isEmpty();

    LeadResolved resolved = resolved().getFirst();
    assertThat(resolved.merged()).isFalse();
    assertThat(resolved.lead().version()).isEqualTo(1);
    assertThat(resolved.lead().listingId()).isEqualTo(valid.listingId());
    assertThat(resolved.lead().listing()).isEqualTo(valid.listing());
    assertThat(resolved.lead().sources()).containsExactly("fsbo");
    assertThat(resolved.contact()).isEqualTo(valid.contact());
  }

  @Test
  void doubtsTheLeadWhosePhoneANewOneHasUnderAnotherNameAndJudgesItAgainOnce() {
    LeadValidated copy = copyElsewhere();
    failures(message("a", valid), message("b", copy));

    LeadDoubted doubted = examples.in(queues.bodiesSentTo(RESOLVE).getFirst(), LeadDoubted.class);
    SQSMessage again = message("c", doubted);
    failures(again);
    failures(again);

    assertThat(queues.bodiesSentTo(RESOLVE)).hasSize(1);
    assertThat(resolved()).hasSize(3);
    assertThat(renamed(0)).isZero();
    assertThat(renamed(1)).isEqualTo(1);
    LeadResolved judged = resolved().get(2);
    assertThat(judged.lead().leadId()).isEqualTo(resolved().getFirst().lead().leadId());
    assertThat(judged.lead().version()).isEqualTo(2);
    assertThat(renamed(2)).isEqualTo(1);
  }

  private int renamed(int at) {
    return Objects.requireNonNull(resolved().get(at).standing()).contactRenamed();
  }

  /// The same phone for another house, beside another name.
  private LeadValidated copyElsewhere() {
    LeadValidated other = with("craigslist", "7890000013", Money.usd(300_000_00), observed());
    return new LeadValidated(
        other.listingId(),
        other.pageId(),
        other.market(),
        other.listing(),
        new PostalAddress("9 ELM ST", null, "TAMPA", "FL", "33602"),
        new Location(new GeoPoint(27.95, -82.46), "rooftop"),
        new Contact("Rosa Kestrel", valid.contact().phones(), List.of(), List.of()),
        null,
        null);
  }

  @Test
  void mergesTheSameHomeOfTheOtherSite() {
    failures(message("a", valid), message("b", onTheOtherSite()));

    assertThat(resolved()).extracting(LeadResolved::merged).containsExactly(false, true);
    assertThat(resolved())
        .extracting(LeadResolved::listingId)
        .containsExactly(valid.listingId(), onTheOtherSite().listingId());
    assertThat(resolved())
        .extracting(one -> one.lead().leadId())
        .containsOnly(resolved().getFirst().lead().leadId());
    assertThat(resolved().getLast().lead().version()).isEqualTo(2);
    assertThat(resolved().getLast().lead().listings()).isEqualTo(2);
  }

  @Test
  void theSameEventTwiceHappensOnce() {
    failures(message("a", valid));
    failures(message("a", valid), message("a", valid));

    assertThat(resolved()).hasSize(1);
  }

  @Test
  void saysNothingWhenNothingChanged() {
    failures(message("a", valid));
    failures(message("b", seen(Money.usd(649_000_00), observed().plusSeconds(60))));

    assertThat(resolved()).hasSize(1);
  }

  @Test
  void anOlderObservationThatComesLateIsIgnored() {
    failures(message("a", seen(Money.usd(600_000_00), observed().plusSeconds(60))));
    failures(message("b", valid));

    assertThat(resolved())
        .extracting(one -> one.lead().listing().price())
        .containsExactly(Money.usd(600_000_00));
  }

  @Test
  void aNewPriceIsANewVersion() {
    failures(message("a", valid));
    failures(message("b", seen(Money.usd(600_000_00), observed().plusSeconds(60))));

    assertThat(resolved()).extracting(one -> one.lead().version()).containsExactly(1L, 2L);
    assertThat(resolved()).extracting(LeadResolved::merged).containsExactly(false, false);
  }

  @Test
  void aSoldAdvertisementEndsItsLead() {
    failures(message("a", valid));

    assertThat(failures(message("b", refused("gone", 60)))).isEmpty();

    LeadEnded ended = ended().getFirst();
    assertThat(ended.leadId()).isEqualTo(resolved().getFirst().lead().leadId());
    assertThat(ended.version()).isEqualTo(2);
    assertThat(ended.reasons()).extracting(Reason::code).containsExactly("gone");
    assertThat(ended.endedAt()).isEqualTo(observed().plusSeconds(60));
  }

  @Test
  void aDisappearedPriceEndsTheLead() {
    failures(message("a", valid));
    failures(message("b", refused("no_price", 60)));

    assertThat(ended()).hasSize(1);
  }

  @Test
  void aPageThatIsGoneEndsTheLeadOfItsListing() {
    failures(message("a", valid));
    failures(message("b", pageRefused(valid.listing().url(), "gone", 60)));
    failures(message("c", pageRefused("https://fsbo.com/listings/", "gone", 60)));

    assertThat(ended()).hasSize(1);
  }

  @Test
  void aPageWhoseAddressNamesTheOtherIdEndsTheLeadToo() {
    failures(message("a", with("craigslist", "7890123456", Money.usd(645_000_00), observed())));

    failures(message("b", gone("https://www.craigslist.org/view/d/miami-house/" + TOKEN, 60)));

    assertThat(ended()).hasSize(1);
  }

  @Test
  void anEndUnderTheOtherIdHoldsForWhatWasSeenEarlier() {
    failures(message("a", gone("https://www.craigslist.org/view/d/miami-house/" + TOKEN, 60)));

    failures(message("b", with("craigslist", "7890123456", Money.usd(645_000_00), observed())));

    assertThat(resolved()).isEmpty();
  }

  private PageRejected gone(String url, long secondsLater) {
    PageRejected page = pageRefused(url, "gone", secondsLater);
    return new PageRejected(
        page.pageId(),
        "craigslist",
        page.url(),
        page.snapshotKey(),
        page.step(),
        page.reasons(),
        page.rejectedAt(),
        page.observedAt());
  }

  @Test
  void whatCouldNotBeReadEndsNothing() {
    failures(message("a", valid));
    failures(
        message("b", refused("not_on_the_map", 60)),
        message("c", pageRefused(valid.listing().url(), "unknown", 60)));

    assertThat(ended()).isEmpty();
  }

  @Test
  void theLeadGoesOnWithItsOtherAdvertisement() {
    failures(message("a", valid), message("b", onTheOtherSite()));
    failures(message("c", refused("gone", 60)));

    assertThat(ended()).isEmpty();
    assertThat(resolved().getLast().lead().version()).isEqualTo(3);
    assertThat(resolved().getLast().lead().sources()).containsExactly("forsalebyowner");
    assertThat(resolved().getLast().merged()).isFalse();
  }

  @Test
  void theSameEndTwiceHappensOnce() {
    failures(message("a", valid));
    failures(message("b", refused("gone", 60)), message("b", refused("gone", 60)));
    failures(message("b", refused("gone", 60)), message("c", refused("gone", 60)));

    assertThat(ended()).hasSize(1);
  }

  @Test
  void anEndThatComesBeforeWhatWasSeenEarlierHoldsStill() {
    failures(message("b", refused("gone", 60)), message("a", valid));

    assertThat(resolved()).isEmpty();
    failures(message("c", seen(Money.usd(600_000_00), observed().plusSeconds(90))));
    assertThat(resolved()).hasSize(1);
  }

  @Test
  void anEndThatComesAfterWhatWasSeenLaterIsIgnored() {
    failures(message("a", seen(Money.usd(600_000_00), observed().plusSeconds(90))));
    failures(message("b", refused("gone", 60)));

    assertThat(ended()).isEmpty();
  }

  @Test
  void aRefusalWithoutItsMomentCountsFromWhenItWasRefused() {
    failures(message("a", valid));
    LeadRejected rejected = refused("gone", 60);
    failures(
        message(
            "b",
            new LeadRejected(
                rejected.listingId(),
                rejected.source(),
                rejected.url(),
                rejected.step(),
                rejected.reasons(),
                observed().plusSeconds(5),
                null)));

    assertThat(ended().getFirst().endedAt()).isEqualTo(observed().plusSeconds(5));
  }

  @Test
  void keepsNothingWhenTheStoreFailsAfterTheDecision() {
    Database administrator = new Database(postgres.administrator());
    administrator.update("alter table acquisition.outbox rename to away", _ -> {});
    try {
      assertThat(failures(message("a", valid))).containsExactly("message-a");
    } finally {
      administrator.update("alter table acquisition.away rename to outbox", _ -> {});
    }
    assertThat(administrator.query("select 1 from acquisition.leads", _ -> {}, _ -> 1)).isEmpty();

    assertThat(failures(message("a", valid))).isEmpty();
    assertThat(resolved()).hasSize(1);
  }

  @Test
  void takesInNothingOfWhoIsSuppressed() {
    suppress(SuppressionKey.of(valid.contact().phones().getFirst()));

    assertThat(failures(message("a", valid))).isEmpty();

    assertThat(resolved()).isEmpty();
    LeadRejected rejected = rejected().getFirst();
    assertThat(rejected.step()).isEqualTo("resolve-lead");
    assertThat(rejected.reasons()).extracting(Reason::code).containsExactly("suppressed");
    assertThat(rejected.url()).doesNotContain(valid.listing().url());
    assertThat(rows("advertisements")).isZero();
  }

  @Test
  void refusesTheSameHomeAndTheSameAdvertisementWithoutAContact() {
    suppress(
        SuppressionKey.of(FromEvent.address(valid.address())),
        SuppressionKey.of(onTheOtherSite().listingId()));

    failures(message("a", valid), message("b", onTheOtherSite()));

    assertThat(resolved()).isEmpty();
    assertThat(rejected()).hasSize(2);
  }

  @Test
  void endsWhatIsSuppressedOnceItIsSeenAgain() {
    failures(message("a", valid));
    suppress(SuppressionKey.of(valid.listingId()));

    failures(message("b", seen(Money.usd(600_000_00), observed().plusSeconds(60))));

    assertThat(resolved()).hasSize(1);
    assertThat(ended().getFirst().reasons()).extracting(Reason::code).containsExactly("suppressed");
  }

  @Test
  void theOthersOfABatchAreTakenIn() {
    suppress(SuppressionKey.of(onTheOtherSite().listingId()));

    failures(message("a", valid), message("b", onTheOtherSite()), message("a", valid));

    assertThat(resolved()).hasSize(1);
    assertThat(rejected()).hasSize(1);
  }

  @Test
  void takesInWhoIsSuppressedNoMore() {
    SuppressionKey phone = SuppressionKey.of(valid.contact().phones().getFirst());
    suppress(phone);
    failures(message("a", valid));
    context
        .getBean(Suppressions.class)
        .lift(Set.of(phone), new Wish("user", "changed their mind", observed()));

    Instant later = Instant.now().plusSeconds(60);
    failures(message("b", seen(Money.usd(600_000_00), later)));

    assertThat(resolved()).hasSize(1);
  }

  @Test
  void itsPageIsLeftAloneUntilItIsLetInAgain() {
    SuppressionKey phone = SuppressionKey.of(valid.contact().phones().getFirst());
    SuppressionKey page = SuppressionKey.of(URI.create(valid.listing().url()));
    suppress(phone);

    failures(message("a", valid), message("b", onTheOtherSite()), message("a", valid));

    Suppressions suppressions = context.getBean(Suppressions.class);
    assertThat(rejected()).isNotEmpty();
    assertThat(suppressions.among(Set.of(page))).containsExactly(page);
    suppressions.lift(Set.of(phone), new Wish("user", "changed their mind", observed()));
    assertThat(suppressions.among(Set.of(page))).isEmpty();
  }

  private void suppress(SuppressionKey... keys) {
    context
        .getBean(Suppressions.class)
        .add(Set.of(keys), new Wish("user", "asked for it", observed()));
  }

  private List<LeadRejected> rejected() {
    return queues.bodiesSentTo("aiqleads-test-acquisition-keep-refusals").stream()
        .map(body -> examples.in(body, LeadRejected.class))
        .toList();
  }

  private static int rows(String table) {
    return new Database(postgres.administrator())
        .query("select 1 from acquisition." + table, _ -> {}, _ -> 1)
        .size();
  }

  private List<String> failures(SQSMessage... messages) {
    return new ResolveLeadHandler(context)
            .handleRequest(TestEvents.batch(messages), new FakeInvocation(Duration.ofSeconds(30)))
            .getBatchItemFailures()
            .stream()
            .map(failure -> failure.getItemIdentifier())
            .toList();
  }

  private SQSMessage message(String seed, Event event) {
    return events.message(seed, event);
  }

  private List<LeadResolved> resolved() {
    return queues.bodiesSentTo(SCORE).stream()
        .map(body -> examples.in(body, LeadResolved.class))
        .toList();
  }

  private List<LeadEnded> ended() {
    return queues.bodiesSentTo("aiqleads-test-marketplace-publish-lead").stream()
        .map(body -> examples.in(body, LeadEnded.class))
        .toList();
  }

  /// Refused long after it was seen: queues were full.
  private LeadRejected refused(String code, long secondsLater) {
    return new LeadRejected(
        valid.listingId(),
        valid.listing().source(),
        valid.listing().url(),
        "parse-page",
        List.of(new Reason(code, "Because.")),
        observed().plus(Duration.ofDays(1)),
        observed().plusSeconds(secondsLater));
  }

  private PageRejected pageRefused(String url, String code, long secondsLater) {
    return new PageRejected(
        valid.pageId(),
        valid.listing().source(),
        url,
        "fsbo/2026/11/19/page.html",
        "scrape-fsbo",
        List.of(new Reason(code, "Because.")),
        observed().plus(Duration.ofDays(1)),
        observed().plusSeconds(secondsLater));
  }

  private Instant observed() {
    return valid.listing().observedAt();
  }

  private LeadValidated seen(Money price, Instant observedAt) {
    ListingFacts facts = valid.listing();
    return with(facts.source(), facts.sourceListingId(), price, observedAt);
  }

  private LeadValidated onTheOtherSite() {
    return with("forsalebyowner", "24300007", Money.usd(645_000_00), observed());
  }

  private LeadValidated with(
      String source, String sourceListingId, Money price, Instant observedAt) {
    ListingFacts facts = valid.listing();
    return new LeadValidated(
        Listing.idOf(Source.find(source).orElseThrow(), sourceListingId),
        valid.pageId(),
        valid.market(),
        new ListingFacts(
            source,
            sourceListingId,
            facts.url(),
            facts.title(),
            facts.description(),
            price,
            facts.property(),
            facts.listedOn(),
            facts.photoUrls(),
            facts.mlsNumber(),
            observedAt),
        valid.address(),
        valid.location(),
        valid.contact(),
        source.equals("craigslist") ? TOKEN : null,
        null);
  }
}
