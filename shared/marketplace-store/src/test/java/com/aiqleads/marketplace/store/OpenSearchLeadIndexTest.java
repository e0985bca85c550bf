package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.GeoBox;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.Found;
import com.aiqleads.marketplace.search.Hit;
import com.aiqleads.marketplace.search.IndexAnswer;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.IndexUnavailable;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.marketplace.search.LeadIndex;
import com.aiqleads.marketplace.search.LeadQuery;
import com.aiqleads.marketplace.search.LeadSearch;
import com.aiqleads.marketplace.search.MapQuery;
import com.aiqleads.marketplace.search.SearchFixtures;
import com.aiqleads.marketplace.search.Sort;
import com.aiqleads.testkit.SearchService;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenSearchLeadIndexTest {
  private static final LeadQuery ANY = new LeadQuery(Filter.ALL, Sort.CHEAPEST, 20, null);

  @RegisterExtension static final SearchService openSearch = new SearchService();

  private String alias = "leads";

  @BeforeEach
  void ownIndexForEachTest(TestInfo test) {
    alias = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
  }

  @Test
  void makesTheFirstIndexByItself() {
    index().apply(List.of(put(1, 1, 10_00)));

    assertThat(found()).containsExactly(new Hit(OfferFixtures.leadId(1), 10_00));
    assertThat(openSearch().get("/" + alias + "-v2").isSuccess()).isTrue();
  }

  @Test
  void severalMayMakeTheFirstIndexAtOnce() throws Exception {
    int writers = 4;
    CyclicBarrier start = new CyclicBarrier(writers);
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<Future<?>> all = new ArrayList<>();
      for (int number = 1; number <= writers; number++) {
        IndexChange change = put(number, 1, 10_00);
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  index().apply(List.of(change));
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }

    assertThat(found()).hasSize(writers);
  }

  @Test
  void refusesOlderVersionsWithoutFailing() {
    index().apply(List.of(put(1, 2, 20_00)));

    index().apply(List.of(put(1, 1, 10_00), put(2, 1, 30_00)));

    assertThat(found())
        .containsExactly(
            new Hit(OfferFixtures.leadId(1), 20_00), new Hit(OfferFixtures.leadId(2), 30_00));
  }

  @Test
  void knowsWhatCannotBeHeldWhicheverComesFirst() {
    index().apply(List.of(full(1, 1, 60), put(1, 1, 10_00), put(2, 1, 20_00), full(2, 1, 60)));
    index().apply(List.of(put(1, 2, 11_00), put(3, 1, 30_00)));

    assertThat(open(59)).containsExactly(new Hit(OfferFixtures.leadId(3), 30_00));
    assertThat(open(60)).as("at its end nothing has to be told").hasSize(3);
    assertThat(found()).hasSize(3);
  }

  @Test
  void believesTheLaterOfTwoChangesWhicheverComesLater() {
    index().apply(List.of(put(1, 1, 10_00), full(1, 4, 60), full(1, 3, 0), full(1, 4, 60)));

    assertThat(open(59)).isEmpty();
    index().apply(List.of(full(1, 5, 0)));
    assertThat(open(0)).hasSize(1);
  }

  @Test
  void aLeadThatIsNotOnSaleIsNotFoundForBeingFree() {
    index().apply(List.of(put(1, 1, 10_00), remove(1, 2), full(1, 1, 0), full(2, 1, 0)));

    assertThat(found()).isEmpty();
    assertThat(open(10)).isEmpty();
  }

  @Test
  void changesOfOneLeadAtOnceAreAllTaken() throws Exception {
    int writers = 8;
    CyclicBarrier start = new CyclicBarrier(writers);
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<Future<List<IndexAnswer>>> all = new ArrayList<>();
      for (int number = 1; number <= writers; number++) {
        IndexChange change = number % 2 == 0 ? put(1, number, number * 100L) : full(1, number, 60);
        all.add(
            threads.submit(
                () -> {
                  start.await();
                  return index().apply(List.of(change));
                }));
      }
      for (Future<List<IndexAnswer>> one : all) {
        IndexAnswer answer = one.get().getFirst();
        if (answer instanceof IndexAnswer.Refused) {
          throw new AssertionError(answer);
        }
      }
    }

    assertThat(found()).hasSize(1);
  }

  @Test
  void takesTheSameLeadTwice() {
    index().apply(List.of(put(1, 2, 20_00), put(1, 2, 20_00)));

    assertThat(found()).containsExactly(new Hit(OfferFixtures.leadId(1), 20_00));
  }

  @Test
  void removesWhatIsWithdrawnUnlessANewerVersionIsThere() {
    index().apply(List.of(put(1, 1, 10_00), put(2, 5, 20_00)));

    index().apply(List.of(remove(1, 2), remove(2, 4), remove(3, 1)));

    assertThat(found()).containsExactly(new Hit(OfferFixtures.leadId(2), 20_00));
  }

  /// OpenSearch forgets the versions of deleted documents, after a minute unless told otherwise.
  @Test
  void neverTakesBackWhatWasWithdrawnHoweverLateAnOlderVersionComes() {
    index().apply(List.of(put(1, 1, 10_00), put(2, 1, 20_00)));
    forgetDeletedVersionsAtOnce();
    index().apply(List.of(remove(1, 2)));

    for (int refresh = 0; refresh < 100; refresh++) {
      Stores.refresh(openSearch, alias);
      index().apply(List.of(put(1, 1, 10_00)));
    }

    assertThat(found()).containsExactly(new Hit(OfferFixtures.leadId(2), 20_00));
  }

  @Test
  void countsNothingThatIsWithdrawn() {
    index().apply(List.of(put(1, 1, 10_00), remove(2, 1), remove(3, 7)));
    Stores.refresh(openSearch, alias);

    Found found = search().find(ANY);

    assertThat(found.total()).isEqualTo(1);
    assertThat(search().map(new MapQuery(Filter.ALL, new GeoBox(24, -125, 49, -66))).total())
        .isEqualTo(1);
  }

  @Test
  void putsOnSaleAgainWhatANewerVersionSells() {
    index().apply(List.of(put(1, 1, 10_00), remove(1, 2)));

    index().apply(List.of(put(1, 3, 30_00)));

    assertThat(found()).containsExactly(new Hit(OfferFixtures.leadId(1), 30_00));
  }

  @Test
  void aNewIndexRefusesOlderVersionsOfWhatWasWithdrawnBefore() {
    index().apply(List.of(put(1, 1, 10_00)));

    LeadIndex.Fresh fresh = index().fresh();
    fresh.put(List.of(remove(1, 2)));
    fresh.takeOver();
    index().apply(List.of(put(1, 1, 10_00)));

    assertThat(found()).isEmpty();
  }

  @Test
  void aNewIndexTakesOverAndTheOldOneGoes() {
    index().apply(List.of(put(1, 1, 10_00), put(2, 1, 20_00)));

    LeadIndex.Fresh fresh = index().fresh();
    fresh.put(List.of(put(2, 3, 25_00)));
    assertThat(found()).hasSize(2);
    fresh.takeOver();

    assertThat(found()).containsExactly(new Hit(OfferFixtures.leadId(2), 25_00));
    assertThat(openSearch().get("/" + alias + "-v2").isNotFound()).isTrue();
    index().apply(List.of(put(3, 1, 30_00)));
    assertThat(found()).hasSize(2);
  }

  @Test
  void knowsEveryFieldOfItsDocumentsAndNoOther() {
    Set<String> fields = new TreeSet<>(LeadDocument.of(lead(1, 1, 10_00)).keySet());
    fields.addAll(List.of("sale_order", "full_until", "full_order"));

    Object mappings = SearchStore.mapping(Stores.JSON).get("mappings");

    assertThat(mappings)
        .extracting("properties")
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsOnlyKeys(fields);
  }

  @Test
  void aMissingIndexIsUnavailable() {
    assertThatThrownBy(() -> search().find(ANY)).isInstanceOf(IndexUnavailable.class);
  }

  @Test
  void anUnreachableIndexIsUnavailable() {
    OpenSearch nobody = Stores.openSearch(URI.create("http://127.0.0.1:1"));

    assertThatThrownBy(() -> new OpenSearchLeadSearch(nobody, alias).find(ANY))
        .isInstanceOf(IndexUnavailable.class)
        .hasMessageContaining("got no answer");
  }

  @Test
  void saysWhatTheIndexCallsAFailedSearch() {
    index().apply(List.of(put(1, 1, 10_00)));
    openSearch().send("PUT", "/" + alias + "/_settings", Map.of("index.blocks.read", true));

    assertThatThrownBy(() -> search().find(ANY))
        .isInstanceOf(IndexUnavailable.class)
        .hasMessageContaining("403: cluster_block_exception");
  }

  @Test
  void whatItCanNeverTakeStandsInNobodysWay() {
    index().apply(List.of(put(1, 5, 10_00)));

    List<IndexAnswer> answers =
        index().apply(List.of(put(2, 1, 20_00), tooLong(3), put(1, 4, 90_00), put(4, 1, 40_00)));

    assertThat(answers)
        .containsExactly(
            new IndexAnswer.Taken(),
            new IndexAnswer.Refused("the index refused a lead: 400 illegal_argument_exception"),
            new IndexAnswer.Taken(),
            new IndexAnswer.Taken());
    assertThat(found())
        .containsExactly(
            new Hit(OfferFixtures.leadId(1), 10_00),
            new Hit(OfferFixtures.leadId(2), 20_00),
            new Hit(OfferFixtures.leadId(4), 40_00));
  }

  @Test
  void whatMakesTheFirstIndexMayHoldWhatItCanNeverTake() {
    assertThat(index().apply(List.of(tooLong(1), put(2, 1, 20_00))))
        .hasExactlyElementsOfTypes(IndexAnswer.Refused.class, IndexAnswer.Taken.class);
  }

  @Test
  void aNewIndexTakesWhatStandsBesideWhatItCanNeverTake() {
    LeadIndex.Fresh fresh = index().fresh();

    assertThat(fresh.put(List.of(tooLong(1), put(2, 1, 20_00))))
        .hasExactlyElementsOfTypes(IndexAnswer.Refused.class, IndexAnswer.Taken.class);
  }

  @Test
  void aBlockOfTheIndexIsNotTheFaultOfALead() {
    index().apply(List.of(put(1, 1, 10_00)));
    openSearch().send("PUT", "/" + alias + "/_settings", Map.of("index.blocks.write", true));

    assertThat(index().apply(List.of(put(2, 1, 10_00))))
        .containsExactly(
            new IndexAnswer.Postponed("the index refused a lead: 403 cluster_block_exception"));
  }

  @Test
  void aRebuildThatWasGivenUpDoesNotBringItsIndexBack() {
    LeadIndex.Fresh givenUp = index().fresh();
    LeadIndex.Fresh next = index().fresh();
    next.put(List.of(put(2, 1, 20_00)));
    next.takeOver();

    assertThatThrownBy(() -> givenUp.put(List.of(put(1, 1, 10_00))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is gone");
    assertThatThrownBy(givenUp::takeOver).isInstanceOf(IllegalStateException.class);

    assertThat(found()).containsExactly(new Hit(OfferFixtures.leadId(2), 20_00));
    assertThat(openSearch().get("/" + alias + "-v*/_alias").body().entries())
        .singleElement()
        .extracting(index -> index.getValue().get("aliases").size())
        .isEqualTo(1);
  }

  @Test
  void saysWhichActFailed() {
    assertThatThrownBy(
            () ->
                OpenSearch.success(
                    openSearch().send("POST", "/_aliases", Map.of("actions", "nonsense")),
                    "switch"))
        .hasMessageContaining("switch: OpenSearch answered 400");
  }

  private void forgetDeletedVersionsAtOnce() {
    openSearch().send("PUT", "/" + alias + "/_settings", Map.of("index.gc_deletes", "0s"));
  }

  private List<Hit> open(long second) {
    Stores.refresh(openSearch, alias);
    Filter filter = Filter.ALL.availableAt(Instant.ofEpochSecond(second));
    return search().find(new LeadQuery(filter, Sort.CHEAPEST, 20, null)).hits();
  }

  private static IndexChange full(int number, long change, long second) {
    Instant until = Instant.ofEpochSecond(second);
    return new IndexChange.Open(new Availability(OfferFixtures.leadId(number), change, until));
  }

  private List<Hit> found() {
    Stores.refresh(openSearch, alias);
    return search().find(ANY).hits();
  }

  private LeadIndex index() {
    return Stores.index(openSearch, alias);
  }

  private LeadSearch search() {
    return new OpenSearchLeadSearch(openSearch(), alias);
  }

  private static OpenSearch openSearch() {
    return Stores.openSearch(openSearch.endpoint());
  }

  private static IndexChange put(int number, long version, long cents) {
    return new IndexChange.Put(lead(number, version, cents));
  }

  /// A keyword has at most 32,766 bytes.
  private static IndexChange tooLong(int number) {
    IndexedLead lead = lead(number, 1, 10_00);
    return new IndexChange.Put(
        new IndexedLead(
            lead.leadId(),
            lead.version(),
            lead.revision(),
            lead.words(),
            "x".repeat(32_767),
            lead.type(),
            lead.beds(),
            lead.priceBand(),
            lead.qualityBand(),
            lead.sources(),
            lead.priceCents(),
            lead.askingCents(),
            lead.quality(),
            lead.firstSeenMillis(),
            lead.cell()));
  }

  private static IndexChange remove(int number, long version) {
    LeadId lead = OfferFixtures.leadId(number);
    return new IndexChange.Remove(lead, version);
  }

  private static IndexedLead lead(int number, long version, long cents) {
    Offer offer = OfferFixtures.anOffer(OfferFixtures.aLead(number, version));
    return SearchFixtures.indexed(
        new Offer(
            offer.lead(),
            offer.contact(),
            offer.quality(),
            offer.fraud(),
            OfferFixtures.aPrice(cents),
            offer.journey()));
  }
}
