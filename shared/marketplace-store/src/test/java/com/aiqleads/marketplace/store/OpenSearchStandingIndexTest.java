package com.aiqleads.marketplace.store;

import static com.aiqleads.marketplace.standing.StandingFixtures.alerting;
import static com.aiqleads.marketplace.standing.StandingFixtures.buying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.search.IndexUnavailable;
import com.aiqleads.marketplace.search.SearchFixtures;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.Channel;
import com.aiqleads.marketplace.standing.StandingFixtures;
import com.aiqleads.marketplace.standing.StandingIndex;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.Terms;
import com.aiqleads.testkit.SearchService;
import io.micronaut.core.type.Argument;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenSearchStandingIndexTest {
  private static final long SEED = 20_261_122;
  private static final int ORDERS = 2_000;
  private static final int LEADS = 200;
  private static final Instant NOW = StandingFixtures.MADE_AT;
  private static final Arrival LEAD =
      new SearchFixtures(SEED)
          .offers(20).stream()
              .map(OpenSearchStandingIndexTest::arrival)
              .filter(arrival -> arrival.price().minorUnits() > 0)
              .findFirst()
              .orElseThrow();

  @RegisterExtension static final SearchService openSearch = new SearchService();

  @Test
  void findsTheSameOrdersAsTheRuleForRandomSearchesAndLeads() {
    StandingIndex index = made("random");
    SearchFixtures random = new SearchFixtures(SEED);
    List<StandingOrder> orders = orders(random, new Random(SEED));
    index.put(orders);
    int found = 0;

    for (Offer offer : new SearchFixtures(SEED + 1).offers(LEADS)) {
      Arrival arrival = arrival(offer);
      Set<StandingOrderId> expected =
          orders.stream()
              .filter(order -> order.wants(arrival, NOW))
              .map(StandingOrder::id)
              .collect(Collectors.toSet());

      List<StandingOrderId> wanting = index.wanting(arrival, NOW);

      assertThat(wanting).doesNotHaveDuplicates();
      assertThat(Set.copyOf(wanting)).as("%s", arrival).isEqualTo(expected);
      found += wanting.size();
    }
    assertThat(found).isGreaterThan(LEADS * 10);
  }

  @Test
  void neverGoesBackToAnOlderVersion() {
    StandingIndex index = made("versions");
    StandingOrder order = order(0, alerting(Channel.DAILY));
    index.put(List.of(order.in(State.PAUSED)));

    index.put(List.of(order));

    assertThat(index.wanting(LEAD, NOW)).isEmpty();
    index.put(List.of(order.in(State.PAUSED).in(State.ACTIVE)));
    assertThat(index.wanting(LEAD, NOW)).containsExactly(order.id());
    index.put(List.of());
  }

  @Test
  void asksNobodyWhoseTimeIsOver() {
    StandingIndex index = made("over");
    StandingOrder order =
        order(0, StandingFixtures.until(alerting(Channel.DAILY), NOW.plusMillis(1)));
    index.put(List.of(order));

    assertThat(index.wanting(LEAD, NOW)).containsExactly(order.id());
    assertThat(index.wanting(LEAD, NOW.plusMillis(1))).isEmpty();
  }

  @Test
  void comparesTheLimitWithThePriceOfItsMode() {
    StandingIndex index = made("limits");
    StandingOrder shared = order(0, buying(LEAD.price()));
    StandingOrder cheap = order(1, buying(LEAD.price().minus(Money.usd(1))));
    StandingOrder alone = order(2, StandingFixtures.in(buying(LEAD.price()), SaleMode.EXCLUSIVE));
    StandingOrder rich =
        order(3, StandingFixtures.in(buying(LEAD.exclusive()), SaleMode.EXCLUSIVE));
    index.put(List.of(shared, cheap, alone, rich));

    assertThat(index.wanting(LEAD, NOW)).containsExactlyInAnyOrder(shared.id(), rich.id());
  }

  @Test
  void saysThatItIsMissing() {
    StandingIndex index = index("missing", openSearch.endpoint());
    StandingOrder order = order(0, alerting(Channel.DAILY));

    assertThatThrownBy(() -> index.wanting(LEAD, NOW)).isInstanceOf(StandingIndex.Missing.class);
    assertThatThrownBy(() -> index.put(List.of(order))).isInstanceOf(StandingIndex.Missing.class);
    index.make();
    index.make();
    assertThat(index.wanting(LEAD, NOW)).isEmpty();
  }

  @Test
  void saysThatItIsAway() {
    StandingIndex index = index("away", URI.create("http://127.0.0.1:1"));

    assertThatThrownBy(() -> index.wanting(LEAD, NOW)).isInstanceOf(IndexUnavailable.class);
  }

  private static List<StandingOrder> orders(SearchFixtures filters, Random random) {
    List<StandingOrder> orders = new ArrayList<>();
    for (int number = 0; number < ORDERS; number++) {
      Terms terms =
          random.nextBoolean()
              ? alerting(Channel.DAILY)
              : buying(Money.usd(random.nextInt(14) * 500L));
      Terms mode =
          StandingFixtures.in(terms, random.nextInt(3) == 0 ? SaleMode.EXCLUSIVE : SaleMode.SHARED);
      orders.add(order(number, StandingFixtures.filtering(mode, filters.filter())));
    }
    return orders;
  }

  private static StandingOrder order(int number, Terms terms) {
    return StandingFixtures.order("order " + number, StandingFixtures.team("ours"), terms);
  }

  static Arrival arrival(Offer offer) {
    return new Arrival(
        SearchFixtures.indexed(offer), offer.price().amount(), offer.price().exclusive());
  }

  /// Whatever it cannot read; here a limit that is no number of this index.
  @Test
  void keepsTheOthersWhenItRefusesOne() throws Exception {
    String narrow =
        Stores.JSON
            .writeValueAsString(mapping())
            .replace("\"most\":{\"type\":\"long\"}", "\"most\":{\"type\":\"integer\"}");
    StandingIndex index =
        new OpenSearchStandingIndex(
            Stores.openSearch(openSearch.endpoint()),
            "standing-narrow",
            Stores.JSON.readValue(narrow, Argument.mapOf(String.class, Object.class)));
    index.make();
    StandingOrder first = order(0, buying(LEAD.price()));
    StandingOrder refused = order(1, alerting(Channel.DAILY));
    StandingOrder last = order(2, buying(LEAD.price()));

    assertThat(index.put(List.of(first, refused, last))).containsExactly(refused.id());

    assertThat(index.wanting(LEAD, NOW)).containsExactlyInAnyOrder(first.id(), last.id());
    assertThat(index.put(List.of(first))).isEmpty();
  }

  private static Map<String, Object> mapping() {
    return SearchStore.mapping(
        Stores.JSON, SearchStore.STANDING_ORDERS + "-v" + OpenSearchStandingIndex.MAPPING);
  }

  private static StandingIndex made(String name) {
    StandingIndex index = index(name, openSearch.endpoint());
    index.make();
    return index;
  }

  private static StandingIndex index(String name, URI endpoint) {
    return new OpenSearchStandingIndex(Stores.openSearch(endpoint), "standing-" + name, mapping());
  }
}
