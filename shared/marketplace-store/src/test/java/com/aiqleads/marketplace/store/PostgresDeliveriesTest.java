package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.delivery.AccessKey;
import com.aiqleads.marketplace.delivery.Attempt;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.Deliveries.Testing;
import com.aiqleads.marketplace.delivery.Delivery;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.DeliveryState;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.Destination.Kind;
import com.aiqleads.marketplace.delivery.Endpoint;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import com.aiqleads.marketplace.delivery.Endpoints.Adding;
import com.aiqleads.marketplace.delivery.Parcel;
import com.aiqleads.marketplace.delivery.SigningSecret;
import com.aiqleads.marketplace.orders.Purchase.Paid;
import com.aiqleads.testkit.PostgresService;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDeliveriesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");
  private static final LeadId LEAD = OfferFixtures.leadId(1);
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final URI ADDRESS = URI.create("https://crm.example/leads");
  private static final EndpointId ENDPOINT = endpoint(1);
  private static final SigningSecret SECRET = SigningSecret.fresh();
  private static final Attempt FAILED =
      new Attempt.Later(Duration.ofSeconds(5), "It failed.", true);

  private final Database database = Stores.database(postgres);
  private final FieldCipher cipher = new FieldCipher(List.of(new byte[32]));
  private final Endpoints endpoints = new PostgresEndpoints(database, () -> cipher);
  private final Deliveries deliveries = new PostgresDeliveries(database, () -> cipher);
  private final TestClock clock = new TestClock(postgres);

  @BeforeEach
  void putLeadsOnSale() {
    postgres.clear();
    Stores.putOnSale(
        database,
        IntStream.rangeClosed(1, 3)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList());
    endpoints.add(OURS, ENDPOINT, webhook(ADDRESS, SECRET));
  }

  @Test
  void whatIsBoughtIsOnItsWayAtOnce() {
    buy(OURS, LEAD);
    buy(THEIRS, LEAD);

    DeliveryId due = deliveries.fallDue(10).getFirst();
    Parcel parcel = deliveries.take(due).orElseThrow();

    assertThat(parcel.destination()).isEqualTo(webhook(ADDRESS, SECRET));
    assertThat(parcel.team()).isEqualTo(OURS);
    assertThat(parcel.bought().orElseThrow().lead()).isEqualTo(LEAD);
    assertThat(deliveries.of(OURS, EVER, 10))
        .singleElement()
        .satisfies(one -> assertThat(one.lead()).contains(LEAD));
    assertThat(deliveries.of(THEIRS, EVER, 10)).isEmpty();
  }

  @Test
  void whatWasBoughtBeforeIsNotSent() {
    EndpointId later = endpoint(2);
    buy(OURS, LEAD);
    endpoints.add(OURS, later, webhook(URI.create("https://other.example/"), SECRET));

    assertThat(deliveries.of(OURS, EVER, 10)).extracting(Delivery::endpoint).doesNotContain(later);
  }

  @Test
  void isTakenByOneAndTriedOnce() {
    buy(OURS, LEAD);
    DeliveryId due = deliveries.fallDue(10).getFirst();

    assertThat(deliveries.fallDue(10)).as("called for already").isEmpty();
    Parcel parcel = deliveries.take(due).orElseThrow();
    assertThat(deliveries.take(due)).as("taken by somebody").isEmpty();
    deliveries.tried(parcel, FAILED);
    deliveries.tried(parcel, FAILED);

    assertThat(only().attempts()).isEqualTo(1);
    assertThat(only().answer()).contains("It failed.");
    assertThat(deliveries.take(due)).as("not due yet").isEmpty();
    clock.pass(Duration.ofSeconds(5));
    assertThat(deliveries.fallDue(10)).containsExactly(due);
    deliveries.tried(deliveries.take(due).orElseThrow(), new Attempt.Delivered("Taken."));
    assertThat(only().state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(only().next()).isEmpty();
  }

  @Test
  void whoeverTakesItAndEndsLosesItsTurn() {
    buy(OURS, LEAD);
    DeliveryId due = deliveries.fallDue(10).getFirst();
    Parcel lost = deliveries.take(due).orElseThrow();
    clock.pass(Duration.ofMinutes(2));

    assertThat(deliveries.fallDue(10)).containsExactly(due);
    Parcel next = deliveries.take(due).orElseThrow();
    deliveries.tried(lost, new Attempt.GivenUp("Too late.", true));
    assertThat(only().state()).isEqualTo(DeliveryState.DUE);
    deliveries.tried(next, new Attempt.Delivered("Taken."));
    assertThat(only().state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void oneOfManyTakesIt() throws Exception {
    buy(OURS, LEAD);
    DeliveryId due = deliveries.fallDue(10).getFirst();
    Set<Integer> turns = ConcurrentHashMap.newKeySet();
    try (ExecutorService racers = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all =
          IntStream.range(0, 8)
              .<Future<?>>mapToObj(
                  _ ->
                      racers.submit(
                          () -> deliveries.take(due).ifPresent(it -> turns.add(it.turn()))))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(turns).containsExactly(1);
  }

  @Test
  void whereItIsGoneNothingIsSentUntilItIsTurnedOn() {
    buy(OURS, LEAD);
    tryOnce(new Attempt.Gone("The server answered 410.", true));

    assertThat(endpoints.of(OURS).getFirst().off().orElseThrow().reason())
        .isEqualTo(Endpoint.Reason.GONE);
    clock.pass(Duration.ofDays(1));
    assertThat(deliveries.fallDue(10)).isEmpty();
    assertThat(deliveries.test(OURS, ENDPOINT, delivery(9))).isEqualTo(Testing.UNKNOWN);
    assertThat(deliveries.again(OURS, only().id())).isFalse();

    assertThat(endpoints.turnOn(OURS, ENDPOINT)).isTrue();
    assertThat(endpoints.of(OURS).getFirst().off()).isEmpty();
    assertThat(deliveries.fallDue(10)).hasSize(1);
    assertThat(only().attempts()).isZero();
  }

  @Test
  void whatFailsOftenAndForLongIsTurnedOff() {
    buy(OURS, LEAD);
    for (int failed = 0; failed < Deliveries.MOST_FAILURES; failed++) {
      tryOnce(FAILED);
    }
    assertThat(endpoints.of(OURS).getFirst().off()).as("not for long").isEmpty();
    clock.pass(Deliveries.LONGEST_FAILING);
    tryOnce(FAILED);

    assertThat(endpoints.of(OURS).getFirst().off().orElseThrow().reason())
        .isEqualTo(Endpoint.Reason.FAILING);
  }

  @Test
  void whatIsTakenOnceInAWhileStaysOn() {
    buy(OURS, LEAD);
    buy(OURS, OfferFixtures.leadId(2));
    for (int failed = 0; failed < Deliveries.MOST_FAILURES; failed++) {
      tryOnce(FAILED);
    }
    tryOnce(new Attempt.Delivered("Taken."));
    clock.pass(Deliveries.LONGEST_FAILING);
    tryOnce(FAILED);

    assertThat(endpoints.of(OURS).getFirst().off()).isEmpty();
  }

  @Test
  void whatMayNotBeSentIsNoFailureOfTheServer() {
    buy(OURS, LEAD);
    buy(OURS, OfferFixtures.leadId(2));
    for (int failed = 1; failed < Deliveries.MOST_FAILURES; failed++) {
      tryOnce(FAILED);
    }
    clock.pass(Deliveries.LONGEST_FAILING);
    tryOnce(new Attempt.Withheld("Its seller may not be contacted any more."));

    assertThat(endpoints.of(OURS).getFirst().off()).isEmpty();
    assertThat(deliveries.of(OURS, EVER, 10))
        .extracting(Delivery::state)
        .containsExactlyInAnyOrder(DeliveryState.DUE, DeliveryState.GIVEN_UP);
  }

  @Test
  void aRemovedAddressGetsNothing() {
    buy(OURS, LEAD);
    DeliveryId due = deliveries.fallDue(10).getFirst();

    assertThat(endpoints.remove(THEIRS, ENDPOINT)).isFalse();
    assertThat(endpoints.remove(OURS, ENDPOINT)).isTrue();
    assertThat(endpoints.remove(OURS, ENDPOINT)).isFalse();

    assertThat(deliveries.take(due)).isEmpty();
    assertThat(only().state()).isEqualTo(DeliveryState.GIVEN_UP);
    buy(OURS, OfferFixtures.leadId(2));
    assertThat(deliveries.of(OURS, EVER, 10)).hasSize(1);
    assertThat(endpoints.of(OURS)).isEmpty();
  }

  @Test
  void signsWithBothSecretsForADay() {
    SigningSecret next = SigningSecret.fresh();
    Destination renewed = webhook(ADDRESS, next);
    assertThat(endpoints.rotate(THEIRS, ENDPOINT, renewed)).isFalse();
    assertThat(endpoints.rotate(OURS, ENDPOINT, renewed)).isTrue();
    buy(OURS, LEAD);
    DeliveryId due = deliveries.fallDue(10).getFirst();

    assertThat(deliveries.take(due).orElseThrow().destination())
        .isEqualTo(new Destination.Webhook(ADDRESS, List.of(next, SECRET)));
    clock.pass(Endpoints.GRACE);
    assertThat(deliveries.take(due).orElseThrow().destination()).isEqualTo(renewed);
  }

  @Test
  void aTeamHasAFewAddressesEachOnce() {
    assertThat(endpoints.add(OURS, endpoint(2), webhook(ADDRESS, SECRET))).isEqualTo(Adding.KNOWN);
    assertThat(endpoints.add(THEIRS, endpoint(3), webhook(ADDRESS, SECRET)))
        .isEqualTo(Adding.ADDED);
    for (int number = 2; number <= Endpoint.MOST; number++) {
      URI other = URI.create("https://crm" + number + ".example/");
      assertThat(endpoints.add(OURS, endpoint(10 + number), webhook(other, SECRET)))
          .isEqualTo(Adding.ADDED);
    }
    assertThat(endpoints.add(OURS, endpoint(20), webhook(URI.create("https://one.more/"), SECRET)))
        .isEqualTo(Adding.TOO_MANY);
  }

  @Test
  void aTestIsADeliveryOfNothing() {
    assertThat(deliveries.test(THEIRS, ENDPOINT, delivery(1))).isEqualTo(Testing.UNKNOWN);
    assertThat(deliveries.test(OURS, ENDPOINT, delivery(1))).isEqualTo(Testing.CALLED);
    assertThat(deliveries.test(OURS, ENDPOINT, delivery(1)))
        .as("the same again")
        .isEqualTo(Testing.CALLED);

    assertThat(deliveries.take(delivery(1)).orElseThrow().bought()).isEmpty();
    assertThat(only().lead()).isEmpty();
  }

  @Test
  void isSentAgainWhenItsTeamAsks() {
    buy(OURS, LEAD);
    tryOnce(new Attempt.GivenUp("It failed.", true));
    DeliveryId id = only().id();

    assertThat(deliveries.again(THEIRS, id)).isFalse();
    assertThat(deliveries.again(OURS, id)).isTrue();
    assertThat(only().state()).isEqualTo(DeliveryState.DUE);
    assertThat(deliveries.take(id)).isPresent();
  }

  @Test
  void isLostIfNobodyCanHaveSeenIt() {
    for (int number = 1; number <= 3; number++) {
      buy(OURS, OfferFixtures.leadId(number));
    }
    tryOnce(new Attempt.GivenUp("The name of the server is unknown.", false));
    tryOnce(new Attempt.Withheld("Its seller may not be contacted any more."));
    tryOnce(FAILED);
    assertThat(lost()).isEqualTo(2);
    tryOnce(new Attempt.GivenUp("It failed.", false));

    assertThat(lost()).as("what may have arrived before is not lost").isEqualTo(2);
    deliveries.of(OURS, EVER, 10).forEach(it -> deliveries.again(OURS, it.id()));
    assertThat(lost()).as("tried again").isZero();
  }

  /// Whoever had it may have sent it before it ended.
  @Test
  void isNotLostIfATryWasNotWrittenDown() {
    buy(OURS, LEAD);
    deliveries.take(deliveries.fallDue(10).getFirst());
    clock.pass(Duration.ofMinutes(2));

    tryOnce(new Attempt.GivenUp("The name of the server is unknown.", false));

    assertThat(lost()).isZero();
  }

  /// So many fail together that the address is turned off long before any has been tried ten times.
  @Test
  void isLostAlsoWhereDeliveriesWereTurnedOff() {
    buy(OURS, LEAD);
    buy(OURS, OfferFixtures.leadId(2));
    for (int failure = 0; failure < Deliveries.MOST_FAILURES; failure++) {
      clock.pass(Duration.ofHours(2));
      tryOnce(new Attempt.Later(Duration.ofHours(1), "No such name.", false));
    }
    assertThat(endpoints.of(OURS).getFirst().off()).isPresent();

    clock.pass(Attempt.LONGEST.minusMinutes(1));
    deliveries.fallDue(10);
    assertThat(lost()).as("it may be turned on again").isZero();
    clock.pass(Duration.ofMinutes(2));
    deliveries.fallDue(10);

    assertThat(lost()).isEqualTo(2);
    assertThat(deliveries.of(OURS, EVER, 10))
        .extracting(Delivery::state)
        .containsOnly(DeliveryState.GIVEN_UP);
  }

  @Test
  void whatItsTeamRemovesIsNotLost() {
    buy(OURS, LEAD);

    endpoints.remove(OURS, ENDPOINT);

    assertThat(lost()).isZero();
  }

  private int lost() {
    return database
        .query(
            "select count(*) from deliveries where lost_at is not null",
            _ -> {},
            row -> row.getInt(1))
        .getFirst();
  }

  @Test
  void keepsEachKindSealed() {
    AccessKey key = new AccessKey("pat-na1-0123");
    AccessKey renewed = new AccessKey("pat-na1-4567");
    List<Destination> systems =
        List.of(
            new Destination.HubSpot(Kind.HUBSPOT.home().orElseThrow(), key),
            new Destination.FollowUpBoss(Kind.FOLLOW_UP_BOSS.home().orElseThrow(), key),
            new Destination.Salesforce(URI.create("https://ours.my.salesforce.com"), renewed, key));
    int number = 30;
    for (Destination system : systems) {
      assertThat(endpoints.add(THEIRS, endpoint(number++), system)).isEqualTo(Adding.ADDED);
    }
    URI hubSpot = systems.getFirst().address();
    Destination.HubSpot next = new Destination.HubSpot(hubSpot, renewed);

    assertThat(endpoints.rotate(THEIRS, endpoint(31), next)).as("another kind").isFalse();
    assertThat(endpoints.rotate(THEIRS, endpoint(30), next)).isTrue();
    buy(THEIRS, LEAD);

    assertThat(endpoints.of(THEIRS))
        .extracting(Endpoint::kind)
        .containsExactlyInAnyOrder(Kind.HUBSPOT, Kind.FOLLOW_UP_BOSS, Kind.SALESFORCE);
    assertThat(deliveries.fallDue(10))
        .extracting(due -> deliveries.take(due).orElseThrow().destination())
        .containsExactlyInAnyOrder(next, systems.get(1), systems.get(2));
    assertThat(
            database.query("select secret from endpoints", _ -> {}, row -> row.getString("secret")))
        .allSatisfy(text -> assertThat(text).doesNotContain("pat-na1", "whsec_"));
  }

  private static Destination webhook(URI address, SigningSecret secret) {
    return new Destination.Webhook(address, secret);
  }

  private void tryOnce(Attempt attempt) {
    Parcel parcel = deliveries.take(deliveries.fallDue(1).getFirst()).orElseThrow();
    deliveries.tried(parcel, attempt);
    clock.pass(Duration.ofSeconds(5));
  }

  private Delivery only() {
    List<Delivery> all = deliveries.of(OURS, EVER, 10);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private void buy(TeamId team, LeadId lead) {
    assertThat(Sales.buy(database, team, Sales.hold(database, team, lead)))
        .isInstanceOf(Paid.class);
  }

  private static EndpointId endpoint(int number) {
    return new EndpointId(Ids.derived("endpoint", String.valueOf(number)));
  }

  private static DeliveryId delivery(int number) {
    return new DeliveryId(Ids.derived("delivery", String.valueOf(number)));
  }
}
