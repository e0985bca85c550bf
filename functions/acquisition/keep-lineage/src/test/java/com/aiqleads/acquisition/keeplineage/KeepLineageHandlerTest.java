package com.aiqleads.acquisition.keeplineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.events.Examples;
import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.lineage.SeenPrice;
import com.aiqleads.acquisition.proposing.Proposals;
import com.aiqleads.acquisition.proposing.Proposals.Kept;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.events.acquisition.ListingFacts;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.events.acquisition.ListingRepriced;
import com.aiqleads.events.acquisition.RawAddress;
import com.aiqleads.events.acquisition.RawContact;
import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.events.acquisition.ValueProposed;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeepLineageHandlerTest {

  private static final String WATCHER = "aiqleads-test-insights-watch-prices";
  private static final Duration DAY = Duration.ofDays(1);

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "keep-lineage",
          queues,
          Map.of("aiqleads.routes", "ListingRepriced=insights-watch-prices"));
  private final Examples examples = new Examples(context.getBean(ObjectMapper.class));
  private final TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));
  private final ListingParsed parsed = examples.of(ListingParsed.class);
  private final Instant seen = parsed.listing().observedAt();

  @BeforeEach
  void useTheDatabase() {
    postgres.clear();
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
    context.registerSingleton(new FieldCipher(List.of(new byte[32])));
    context.registerSingleton(
        Secrets.class, new FixedSecrets(Map.of("match-key", "A".repeat(43) + "=")));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (KeepLineageHandler deployed = new KeepLineageHandler()) {
      assertThat(
              deployed
                  .handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)))
                  .getBatchItemFailures())
          .isEmpty();
    }
  }

  @Test
  void keepsWhenceAListingIsKnownAndWhatContradictsItself() {
    handle(events.message("a", parsed));

    Lineage kept = kept();
    assertThat(kept.snapshotKey()).isEqualTo(parsed.snapshotKey());
    assertThat(kept.parserVersion()).isEqualTo("fsbo-1");
    assertThat(kept.particulars().attributes()).containsEntry("laundry", "w/d in unit");
    assertThat(kept.particulars().conflicts().getFirst().readings())
        .extracting("path", "value")
        .containsExactly(
            tuple("h2.street-address", "33145"), tuple("ld address.postalCode", "33146"));
    assertThat(repricings()).isEmpty();
  }

  @Test
  void tellsOfAnotherPriceOnce() {
    SQSMessage later = events.message("b", priced(Money.usd(625_000_00), seen.plus(DAY)));

    handle(events.message("a", parsed));
    handle(later);
    handle(later);

    ListingRepriced told = repricings().getFirst();
    assertThat(repricings()).hasSize(1);
    assertThat(told.priceBefore()).isEqualTo(Money.usd(649_000_00));
    assertThat(told.seenBefore()).isEqualTo(seen);
    assertThat(told.price()).isEqualTo(Money.usd(625_000_00));
    assertThat(told.seenAt()).isEqualTo(seen.plus(DAY));
  }

  @Test
  void saysTheSameInAnyOrderOfABatch() {
    SQSMessage first = events.message("a", parsed);
    SQSMessage second = events.message("b", priced(Money.usd(625_000_00), seen.plus(DAY)));
    SQSMessage third =
        events.message("c", priced(Money.usd(600_000_00), seen.plus(DAY.multipliedBy(2))));

    handle(first, third, second);

    assertThat(kept().price())
        .isEqualTo(new SeenPrice(Money.usd(600_000_00), seen.plus(DAY.multipliedBy(2))));
    assertThat(repricings()).hasSize(1);
  }

  @Test
  void aPriceAtWhichNoHomeIsSoldIsNone() {
    handle(
        events.message("a", parsed),
        events.message("b", priced(Money.usd(1_00), seen.plus(DAY))),
        events.message("c", priced(null, seen.plus(DAY.multipliedBy(2)))));

    assertThat(repricings()).isEmpty();
    assertThat(kept().price()).isEqualTo(new SeenPrice(Money.usd(649_000_00), seen));
  }

  @Test
  void keepsWhatWasProposedOnceAndInTheOrderOfItsTime() {
    ValueProposed title = examples.of(ValueProposed.class);
    ValueProposed before =
        new ValueProposed(
            title.listingId(),
            "address",
            "12 Palm Ave",
            title.model(),
            new Reason("invented", "Not there."),
            title.proposedAt().minusSeconds(60));
    SQSMessage first = events.message("a", title);

    handle(first, events.message("b", parsed), events.message("c", before));
    handle(first);

    Proposals proposals = context.getBean(Proposals.class);
    assertThat(proposals.of(title.listingId()))
        .extracting(Kept::field, Kept::verdict, Kept::proposedAt)
        .containsExactly(
            tuple("address", "invented", before.proposedAt()),
            tuple("title", "confirmed", title.proposedAt()));
    assertThat(proposals.of(new LeadId(title.listingId().value()))).isEmpty();
    assertThat(kept().snapshotKey()).isEqualTo(parsed.snapshotKey());
  }

  @Test
  void keepsNothingTwiceWhenTheStoreFailedInBetween() {
    Database all = new Database(postgres.administrator());
    SQSMessage message = events.message("a", examples.of(ValueProposed.class));
    all.update("alter table acquisition.proposals rename to away", _ -> {});
    try {
      assertThat(
              new KeepLineageHandler(context)
                  .handleRequest(
                      TestEvents.batch(message), new FakeInvocation(Duration.ofSeconds(30)))
                  .getBatchItemFailures())
          .hasSize(1);
    } finally {
      all.update("alter table acquisition.away rename to proposals", _ -> {});
    }

    handle(message);

    assertThat(context.getBean(Proposals.class).of(examples.of(ValueProposed.class).listingId()))
        .hasSize(1);
  }

  @Test
  void readsEventsFromBeforeThereWereParticulars() {
    handle(events.message("a", priced(Money.usd(649_000_00), seen)));

    assertThat(kept().particulars().attributes()).isEmpty();
    assertThat(kept().particulars().conflicts()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void keepsNothingOfWhoIsSuppressed(SuppressionKey key) {
    suppressions().add(Set.of(key), new Wish("user_1", "letter 7", seen));
    ListingParsed other = ofAnother();

    handle(
        events.message("a", parsed),
        events.message("b", priced(Money.usd(625_000_00), seen.plus(DAY))),
        events.message("c", examples.of(ValueProposed.class)),
        events.message("d", other));

    assertThat(lineages().find(parsed.listingId())).isEmpty();
    assertThat(lineages().find(other.listingId())).isPresent();
    assertThat(context.getBean(Proposals.class).of(parsed.listingId())).isEmpty();
    assertThat(repricings()).isEmpty();
  }

  static List<SuppressionKey> refused() {
    return List.of(
        SuppressionKey.of(new Phone("+13055552368")),
        SuppressionKey.of(new Email("dana.whitfield@example.com")),
        SuppressionKey.of(LeadFixtures.anAddress()));
  }

  @Test
  void keepsNoProposalForWhatIsSuppressed() {
    ListingId listing = parsed.listingId();
    suppressions().add(Set.of(SuppressionKey.of(listing)), new Wish("erase-person", "7", seen));

    handle(events.message("a", examples.of(ValueProposed.class)));

    assertThat(context.getBean(Proposals.class).of(listing)).isEmpty();
  }

  private ListingParsed ofAnother() {
    ListingFacts facts = parsed.listing();
    return new ListingParsed(
        Listing.idOf(Source.FSBO, "1"),
        parsed.pageId(),
        parsed.snapshotKey(),
        parsed.parserVersion(),
        parsed.market(),
        new ListingFacts(
            facts.source(),
            "1",
            "https://fsbo.com/listings/listings/show/id/1/",
            facts.title(),
            facts.description(),
            facts.price(),
            facts.property(),
            facts.listedOn(),
            facts.photoUrls(),
            facts.mlsNumber(),
            seen),
        new RawAddress("99 Ocean Dr", "Miami Beach", "FL", "33139"),
        null,
        new RawContact("Ann", List.of("(305) 234-5678"), List.of()),
        null,
        null,
        List.of(),
        null);
  }

  @Test
  void leavesWhatWasKeptBeforeAsItIs() {
    handle(events.message("a", parsed));
    suppressions()
        .add(
            SuppressionKey.pages(List.of(parsed.listing().url())),
            new Wish("user_1", "letter 7", seen));

    handle(events.message("b", priced(Money.usd(625_000_00), seen.plus(DAY))));

    assertThat(kept().price()).isEqualTo(new SeenPrice(Money.usd(649_000_00), seen));
    assertThat(repricings()).isEmpty();
  }

  private Suppressions suppressions() {
    return context.getBean(Suppressions.class);
  }

  private Lineages lineages() {
    return context.getBean(Lineages.class);
  }

  private void handle(SQSMessage... messages) {
    assertThat(
            new KeepLineageHandler(context)
                .handleRequest(
                    TestEvents.batch(messages), new FakeInvocation(Duration.ofSeconds(30)))
                .getBatchItemFailures())
        .isEmpty();
  }

  private Lineage kept() {
    return context.getBean(Lineages.class).find(parsed.listingId()).orElseThrow();
  }

  private List<ListingRepriced> repricings() {
    return queues.bodiesSentTo(WATCHER).stream()
        .map(body -> examples.in(body, ListingRepriced.class))
        .toList();
  }

  private ListingParsed priced(@Nullable Money price, Instant at) {
    ListingFacts facts = parsed.listing();
    return new ListingParsed(
        parsed.listingId(),
        parsed.pageId(),
        parsed.snapshotKey(),
        parsed.parserVersion(),
        parsed.market(),
        new ListingFacts(
            facts.source(),
            facts.sourceListingId(),
            facts.url(),
            facts.title(),
            facts.description(),
            price,
            facts.property(),
            facts.listedOn(),
            facts.photoUrls(),
            facts.mlsNumber(),
            at),
        parsed.address(),
        parsed.location(),
        parsed.contact(),
        parsed.otherId(),
        parsed.sellerUrl(),
        parsed.conflicts(),
        null);
  }
}
