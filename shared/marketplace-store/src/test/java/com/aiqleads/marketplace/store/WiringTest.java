package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.Offers;
import com.aiqleads.marketplace.Offers.Standing;
import com.aiqleads.marketplace.Storefront;
import com.aiqleads.marketplace.search.Catalog;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.Found;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.LeadIndex;
import com.aiqleads.marketplace.search.LeadQuery;
import com.aiqleads.marketplace.search.Rebuilds;
import com.aiqleads.marketplace.search.SearchFixtures;
import com.aiqleads.marketplace.search.SearchWithFallback;
import com.aiqleads.marketplace.search.SearchWithFallback.Answer;
import com.aiqleads.marketplace.search.SearchWithFallback.Source;
import com.aiqleads.marketplace.search.Sort;
import com.aiqleads.testkit.PostgresService;
import com.aiqleads.testkit.SearchService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The adapters as functions get them.
class WiringTest {
  private static final LeadQuery ANY = new LeadQuery(Filter.ALL, Sort.NEWEST, 20, null);

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  @RegisterExtension static final SearchService openSearch = new SearchService();

  private final Offer offer = OfferFixtures.anOffer();

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Test
  void everyPortHasItsAdapter() {
    try (ApplicationContext context = context(openSearch.endpoint())) {
      context.getBean(Offers.class).store(offer, Standing.ON_SALE);

      TeamId team = new TeamId(Ids.derived("team", "ours"));
      assertThat(context.getBean(Storefront.class).show(team, offer.lead().id())).isPresent();
      List<IndexChange> leads = context.getBean(Catalog.class).page(null, 10);
      assertThat(leads).containsExactly(new IndexChange.Put(SearchFixtures.indexed(offer)));
      assertThat(context.getBean(Rebuilds.class).inProgress()).isFalse();
      context.getBean(LeadIndex.class).apply(leads);
      assertThat(context.getBean(SearchWithFallback.class).find(ANY).source())
          .isEqualTo(Source.INDEX);
    }
  }

  @Test
  void theDatabaseAnswersIfTheIndexCannot() {
    try (ApplicationContext context = context(URI.create("http://127.0.0.1:1"))) {
      context.getBean(Offers.class).store(offer, Standing.ON_SALE);

      Answer<Found> answer = context.getBean(SearchWithFallback.class).find(ANY);

      assertThat(answer.source()).isEqualTo(Source.DATABASE);
      assertThat(answer.content().hits())
          .extracting(hit -> hit.leadId())
          .containsExactly(offer.lead().id());
      assertThat(context.getBean(MeterRegistry.class).get("search_fallbacks").counter().count())
          .isEqualTo(1);
    }
  }

  private static ApplicationContext context(URI search) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .eagerInitSingletons(false)
        .properties(
            Map.of(
                "aiqleads.stage", "test",
                "aiqleads.context", "marketplace",
                "aiqleads.function", "search-leads",
                "aiqleads.search.url", search.toString()))
        .singletons(Stores.database(postgres), new FieldCipher(List.of(new byte[32])))
        .start();
  }
}
