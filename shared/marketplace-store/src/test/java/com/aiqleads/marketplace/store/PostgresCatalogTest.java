package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.search.Catalog;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.SearchFixtures;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCatalogTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private final Database database = Stores.database(postgres);
  private final Catalog catalog = new PostgresCatalog(database);
  private final List<Offer> offers =
      new SearchFixtures(7)
          .offers(5).stream()
              .sorted(Comparator.comparing(offer -> offer.lead().id().text()))
              .toList();

  @BeforeEach
  void fill() {
    postgres.clear();
    Stores.putOnSale(database, offers);
  }

  @Test
  void readsBackWhatTheIndexIsToldByEvents() {
    assertThat(catalog.page(null, 10))
        .containsExactlyElementsOf(offers.stream().map(PostgresCatalogTest::put).toList());
  }

  @Test
  void goesOnAfterTheLastLead() {
    LeadId second = offers.get(1).lead().id();

    assertThat(catalog.page(second, 2))
        .extracting(IndexChange::leadId)
        .containsExactly(offers.get(2).lead().id(), offers.get(3).lead().id());
    assertThat(catalog.page(offers.getLast().lead().id(), 2)).isEmpty();
  }

  @Test
  void knowsWhatChangedSince() {
    withdraw(offers.get(1));
    Instant before = Instant.now().minus(Duration.ofMinutes(5));

    assertThat(catalog.changes(offers.get(0).lead().id(), before, 2))
        .containsExactly(
            new IndexChange.Remove(offers.get(1).lead().id(), offers.get(1).lead().version()),
            put(offers.get(2)));
    assertThat(catalog.changes(null, before.plus(Duration.ofMinutes(10)), 10)).isEmpty();
  }

  @Test
  void tellsTheIndexAlsoWhatMustNotComeBack() {
    Offer first = offers.getFirst();
    withdraw(first);

    assertThat(catalog.page(null, 10))
        .hasSize(5)
        .first()
        .isEqualTo(new IndexChange.Remove(first.lead().id(), first.lead().version()));
  }

  private static IndexChange put(Offer offer) {
    return new IndexChange.Put(SearchFixtures.indexed(offer));
  }

  private void withdraw(Offer offer) {
    database.update(
        "update offers set standing = ? where lead_id = ?",
        Parameters.of(Standing.WITHDRAWN.name(), offer.lead().id().value()));
  }
}
