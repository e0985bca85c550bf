package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.GeoBox;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.Found;
import com.aiqleads.marketplace.search.Hit;
import com.aiqleads.marketplace.search.InMemoryLeadSearch;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.LeadMap;
import com.aiqleads.marketplace.search.LeadQuery;
import com.aiqleads.marketplace.search.LeadSearch;
import com.aiqleads.marketplace.search.MapQuery;
import com.aiqleads.marketplace.search.SearchFixtures;
import com.aiqleads.testkit.PostgresService;
import com.aiqleads.testkit.SearchService;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both stores answer random questions about random leads as the plainest search does: the same
/// ids in the same order, the same counts.
class SameAnswersTest {
  private static final long SEED = 20_261_120;
  private static final int LEADS = 2_500;
  private static final int QUESTIONS = 150;

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  @RegisterExtension static final SearchService openSearch = new SearchService();

  private static final List<Offer> OFFERS = new SearchFixtures(SEED).offers(LEADS);
  private static final InMemoryLeadSearch MODEL =
      new InMemoryLeadSearch(
          OFFERS.stream().map(SearchFixtures::indexed).toList(), availabilities());

  private static final String OCCUPY =
      """
      update slots set state = 'HELD', holder_team = gen_random_uuid(), hold_id = gen_random_uuid(),
        hold_until = ?::timestamptz + slot_no * interval '1 hour' - interval '1 hour'
      where lead_id = ?
      """;

  enum Store {
    INDEX,
    DATABASE
  }

  @BeforeAll
  static void fill() {
    Database database = Stores.database(postgres);
    Stores.putOnSale(database, OFFERS);
    database.update("analyze", Parameters.of());
    MODEL.availabilities().values().forEach(one -> occupy(database, one));
    Stores.index(openSearch, "same", OFFERS);
    Stores.index(openSearch, "same")
        .apply(
            MODEL.availabilities().values().stream()
                .<IndexChange>map(IndexChange.Open::new)
                .toList());
    Stores.refresh(openSearch, "same");
  }

  private static Map<LeadId, Availability> availabilities() {
    SearchFixtures random = new SearchFixtures(SEED + 4);
    return OFFERS.stream()
        .map(offer -> offer.lead().id())
        .filter(lead -> lead.hashCode() % 3 == 0)
        .collect(Collectors.toMap(lead -> lead, random::availability));
  }

  /// By rows alone: what counts is what search makes of them.
  private static void occupy(Database database, Availability availability) {
    boolean isSold = availability.fullUntil().equals(Availability.NEVER);
    database.update(
        isSold ? "delete from slots where lead_id = ?" : OCCUPY,
        isSold
            ? Parameters.of(availability.lead().value())
            : Parameters.of(
                availability.fullUntil().atOffset(ZoneOffset.UTC), availability.lead().value()));
  }

  @ParameterizedTest
  @EnumSource
  void answersTheSamePages(Store store) {
    SearchFixtures random = new SearchFixtures(SEED + 1);

    for (int question = 0; question < QUESTIONS; question++) {
      LeadQuery query = random.query();
      Found expected = MODEL.find(query);

      Found found = search(store).find(query);

      assertThat(found.hits()).as("%s", query).isEqualTo(expected.hits());
      assertThat(found.total()).as("%s", query).isEqualTo(expected.total());
      assertThat(found.facets()).as("%s", query).isEqualTo(expected.facets());
    }
  }

  @ParameterizedTest
  @EnumSource
  void turnsPagesWithoutLosingOrRepeating(Store store) {
    SearchFixtures random = new SearchFixtures(SEED + 2);

    for (int question = 0; question < 10; question++) {
      LeadQuery query = random.query();
      LeadQuery all = new LeadQuery(query.filter(), query.sort(), LeadQuery.MAX_LIMIT, null);

      List<Hit> turned = pages(search(store), new LeadQuery(all.filter(), all.sort(), 7, null), 15);

      List<Hit> expected = MODEL.find(all).hits();
      assertThat(turned.stream().limit(LeadQuery.MAX_LIMIT).toList())
          .as("%s", query)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void drawsTheSameMaps(Store store) {
    SearchFixtures random = new SearchFixtures(SEED + 3);

    for (int question = 0; question < 40; question++) {
      MapQuery query = new MapQuery(random.filter(), random.box());

      assertThat(search(store).map(query)).as("%s", query).isEqualTo(MODEL.map(query));
    }
  }

  @ParameterizedTest
  @EnumSource
  void drawsSquaresWhereTooManyLeadsAre(Store store) {
    MapQuery query = new MapQuery(Filter.ALL, new GeoBox(24, -125, 49, -66));

    LeadMap map = search(store).map(query);

    assertThat(map).isInstanceOf(LeadMap.Squares.class).isEqualTo(MODEL.map(query));
  }

  @Test
  void findsLeadsInMostQuestions() {
    SearchFixtures random = new SearchFixtures(SEED + 1);
    int answered = 0;

    for (int question = 0; question < QUESTIONS; question++) {
      answered += MODEL.find(random.query()).hits().isEmpty() ? 0 : 1;
    }

    assertThat(answered).isGreaterThan(QUESTIONS / 2);
  }

  private static List<Hit> pages(LeadSearch search, LeadQuery first, int most) {
    List<Hit> hits = new ArrayList<>();
    @Nullable Hit last = null;
    for (int page = 0; page < most; page++) {
      LeadQuery query = new LeadQuery(first.filter(), first.sort(), first.limit(), last);
      List<Hit> found = search.find(query).hits();
      hits.addAll(found);
      if (found.size() < first.limit()) {
        break;
      }
      last = found.getLast();
    }
    return hits;
  }

  private static LeadSearch search(Store store) {
    return switch (store) {
      case INDEX -> new OpenSearchLeadSearch(Stores.openSearch(openSearch.endpoint()), "same");
      case DATABASE -> new PostgresLeadSearch(Stores.database(postgres));
    };
  }
}
