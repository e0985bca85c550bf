package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.Hit;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.LeadQuery;
import com.aiqleads.marketplace.search.LeadSearch;
import com.aiqleads.marketplace.search.Sort;
import com.aiqleads.testkit.PostgresService;
import com.aiqleads.testkit.SearchService;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Once the index has taken that a lead is full, it finds it no more among those that can be held:
/// without waiting for its next look at what is new.
class HoldToSearchTest {
  private static final int LEADS = 3;
  private static final String INDEX = "fresh";

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  @RegisterExtension static final SearchService openSearch = new SearchService();

  private final Database database = Stores.database(postgres);
  private final LeadSearch search =
      new OpenSearchLeadSearch(Stores.openSearch(openSearch.endpoint()), INDEX);

  @Test
  void aLeadThatIsFullLeavesWhatCanBeHeld() {
    List<Offer> offers =
        IntStream.rangeClosed(1, LEADS)
            .mapToObj(number -> OfferFixtures.anOffer(OfferFixtures.aLead(number, 1)))
            .toList();
    Stores.putOnSale(database, offers);
    Stores.index(openSearch, INDEX, offers);
    LeadId full = offers.getFirst().lead().id();
    assertThat(open()).hasSize(LEADS).contains(full);

    fill(full);

    assertThat(open()).hasSize(LEADS - 1).doesNotContain(full);
  }

  private void fill(LeadId lead) {
    List<HoldId> holds =
        IntStream.rangeClosed(1, Offer.SLOTS)
            .mapToObj(number -> Sales.hold(database, team(lead, number), lead).id())
            .toList();
    Stores.index(openSearch, INDEX)
        .apply(
            new PostgresAvailabilities(database)
                .note(holds).stream().<IndexChange>map(IndexChange.Open::new).toList());
  }

  private List<LeadId> open() {
    Filter filter = Filter.ALL.availableAt(Instant.now());
    LeadQuery query = new LeadQuery(filter, Sort.CHEAPEST, LeadQuery.MAX_LIMIT, null);
    return search.find(query).hits().stream().map(Hit::leadId).toList();
  }

  private static TeamId team(LeadId lead, int number) {
    return new TeamId(Ids.derived("team", lead.text(), Integer.toString(number)));
  }
}
