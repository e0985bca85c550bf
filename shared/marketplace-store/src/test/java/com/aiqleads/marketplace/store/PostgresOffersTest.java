package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Change;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.testkit.PostgresService;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOffersTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final Database database = Stores.database(postgres);
  private final Offers offers = Stores.offers(database);

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Test
  void putsAnOfferOnSaleWithItsSlots() {
    assertThat(store(1, Standing.ON_SALE)).isEqualTo(Change.STORED);

    assertThat(texts("select state from slots order by slot_no"))
        .containsExactly("FREE", "FREE", "FREE");
  }

  @Test
  void changesNothingWhenTheSameVersionComesTwice() {
    store(1, Standing.ON_SALE);

    assertThat(store(1, Standing.ON_SALE)).isEqualTo(Change.OUTDATED);
    assertThat(store(1, Standing.WITHDRAWN)).isEqualTo(Change.OUTDATED);
    assertThat(texts("select standing from offers")).containsExactly("ON_SALE");
    assertThat(texts("select state from slots")).hasSize(3);
  }

  @Test
  void ignoresAnOlderVersionThatComesLate() {
    store(3, Standing.ON_SALE);

    assertThat(store(2, Standing.ON_SALE)).isEqualTo(Change.OUTDATED);
    assertThat(texts("select version::text from offers")).containsExactly("3");
  }

  @Test
  void followsTheJourneyThatLastChangedTheLead() {
    store(2, Standing.ON_SALE);
    store(3, Standing.ON_SALE);
    store(1, Standing.ON_SALE);

    assertThat(texts("select correlation_id::text from offers"))
        .containsExactly(OfferFixtures.aJourney(3).value().toString());
  }

  @Test
  void keepsWhatWasSoldWhenTheLeadChanges() {
    store(1, Standing.ON_SALE);
    TeamId team = new TeamId(Ids.derived("team", "ours"));
    Sales.buy(database, team, Sales.hold(database, team, OfferFixtures.leadId(1)));

    assertThat(store(2, Standing.ON_SALE)).isEqualTo(Change.STORED);

    assertThat(texts("select state from slots order by slot_no"))
        .containsExactly("SOLD", "FREE", "FREE");
  }

  @Test
  void saysWhenALeadIsTakenOffSale() {
    store(1, Standing.ON_SALE);

    assertThat(store(2, Standing.WITHDRAWN)).isEqualTo(Change.TAKEN_OFF_SALE);
    assertThat(store(3, Standing.WITHDRAWN)).isEqualTo(Change.TAKEN_OFF_SALE);
    assertThat(store(4, Standing.ON_SALE)).isEqualTo(Change.STORED);
  }

  @Test
  void isOnSaleAnewWhenItWasWithdrawn() {
    store(1, Standing.ON_SALE);
    database.update(
        "update offers set published_at = published_at - interval '10 days'", Parameters.of());
    store(2, Standing.ON_SALE);
    assertThat(texts("select (clock() - published_at > interval '9 days')::text from offers"))
        .containsExactly("true");

    store(3, Standing.WITHDRAWN);
    store(4, Standing.ON_SALE);

    assertThat(texts("select (clock() - published_at > interval '9 days')::text from offers"))
        .containsExactly("false");
  }

  /// Whether an earlier version is on sale may not be seen yet: its transaction is still open.
  @Test
  void saysWhenALeadIsTakenOffSaleWhileItIsBeingPutOnSale() throws Exception {
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Change> withdrawal =
          database.inTransaction(
              () -> {
                store(1, Standing.ON_SALE);
                Future<Change> second = other.submit(() -> store(2, Standing.WITHDRAWN));
                awaitSomebodyWaiting();
                return second;
              });

      assertThat(withdrawal.get()).isEqualTo(Change.TAKEN_OFF_SALE);
    }
    assertThat(texts("select standing from offers")).containsExactly("WITHDRAWN");
  }

  @Test
  void nothingCanHaveBeenOnSaleBeforeTheFirstVersion() {
    assertThat(store(1, Standing.WITHDRAWN)).isEqualTo(Change.STORED);
  }

  @Test
  void neverSellsAnOlderVersionOfWhatMustNotBeSold() {
    store(2, Standing.WITHDRAWN);

    assertThat(store(1, Standing.ON_SALE)).isEqualTo(Change.OUTDATED);
    assertThat(texts("select standing from offers")).containsExactly("WITHDRAWN");
    assertThat(texts("select sealed from contacts")).isEmpty();
    assertThat(texts("select state from slots")).isEmpty();
  }

  @Test
  void anEndTakesTheLeadOffSale() {
    store(1, Standing.ON_SALE);

    assertThat(end(2)).isEqualTo(Change.TAKEN_OFF_SALE);

    assertThat(texts("select standing || version from offers")).containsExactly("WITHDRAWN2");
    assertThat(texts("select correlation_id::text from offers"))
        .containsExactly(OfferFixtures.aJourney(2).value().toString());
    assertThat(end(2)).isEqualTo(Change.OUTDATED);
    assertThat(store(2, Standing.ON_SALE)).isEqualTo(Change.OUTDATED);
    assertThat(store(3, Standing.ON_SALE)).isEqualTo(Change.STORED);
    assertThat(end(2)).isEqualTo(Change.OUTDATED);
    assertThat(texts("select standing || version from offers")).containsExactly("ON_SALE3");
  }

  @Test
  void anEndThatComesFirstIsRemembered() {
    assertThat(end(2)).isEqualTo(Change.STORED);

    assertThat(store(1, Standing.ON_SALE)).isEqualTo(Change.OUTDATED);
    assertThat(store(2, Standing.ON_SALE)).isEqualTo(Change.OUTDATED);
    assertThat(end(1)).isEqualTo(Change.OUTDATED);
    assertThat(texts("select standing from offers")).isEmpty();
    assertThat(store(3, Standing.ON_SALE)).isEqualTo(Change.STORED);
  }

  @Test
  void anEndWaitsForTheVersionThatIsBeingPutOnSale() throws Exception {
    Set<LeadId> lead = Set.of(OfferFixtures.leadId(1));
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Change> ending =
          database.inTransaction(
              () -> {
                offers.reserve(lead);
                store(1, Standing.ON_SALE);
                Future<Change> second =
                    other.submit(
                        () ->
                            database.inTransaction(
                                () -> {
                                  offers.reserve(lead);
                                  return end(2);
                                }));
                awaitSomebodyWaiting();
                return second;
              });

      assertThat(ending.get()).isEqualTo(Change.TAKEN_OFF_SALE);
    }
    assertThat(texts("select standing from offers")).containsExactly("WITHDRAWN");
  }

  @Test
  void keepsNoContactInClear() {
    store(1, Standing.ON_SALE);

    List<String> everything =
        texts("select o::text || c::text from offers o join contacts c using (lead_id)");

    assertThat(everything).hasSize(1);
    assertThat(everything.getFirst())
        .doesNotContain("+13055550123", "maria@example.com", "Alvarez");
    assertThat(Stores.CONTACTS.open(texts("select sealed from contacts").getFirst()))
        .isEqualTo(OfferFixtures.aContact());
  }

  private Change end(long version) {
    return offers.end(
        OfferFixtures.leadId(1), version, OfferFixtures.aJourney(Math.toIntExact(version)));
  }

  private static void awaitSomebodyWaiting() {
    Database observer = Stores.database(postgres);
    String waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock'";
    while (observer.query(waiting, Parameters.of(), row -> row.getInt(1)).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private Change store(long version, Standing standing) {
    return offers.store(offer(version), standing);
  }

  /// Each version came on a journey of its own.
  private static Offer offer(long version) {
    Offer offer = OfferFixtures.anOffer(OfferFixtures.aLead(1, version));
    return new Offer(
        offer.lead(),
        offer.contact(),
        offer.quality(),
        offer.fraud(),
        offer.price(),
        OfferFixtures.aJourney(Math.toIntExact(version)));
  }

  private List<String> texts(String sql) {
    return database.query(sql, Parameters.of(), row -> row.getString(1));
  }
}
