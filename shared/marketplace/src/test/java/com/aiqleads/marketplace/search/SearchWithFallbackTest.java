package com.aiqleads.marketplace.search;

import static com.aiqleads.marketplace.search.SearchWithFallback.Source.DATABASE;
import static com.aiqleads.marketplace.search.SearchWithFallback.Source.INDEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.GeoBox;
import com.aiqleads.kernel.Ids;
import com.aiqleads.marketplace.OfferFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWithFallbackTest {
  private static final LeadQuery ANY = new LeadQuery(Filter.ALL, Sort.NEWEST, 20, null);

  private final List<IndexedLead> leads = List.of(SearchFixtures.indexed(OfferFixtures.anOffer()));
  private final List<IndexUnavailable> noticed = new ArrayList<>();
  private static final RebuildId REBUILD = new RebuildId(Ids.derived("rebuild"));

  private final InMemoryRebuilds rebuilds = new InMemoryRebuilds();
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");
  private LeadSearch index = new InMemoryLeadSearch(leads);
  private final SearchWithFallback search =
      new SearchWithFallback(
          new LeadSearch() {
            @Override
            public Found find(LeadQuery query) {
              return index.find(query);
            }

            @Override
            public LeadMap map(MapQuery query) {
              return index.map(query);
            }
          },
          new InMemoryLeadSearch(leads),
          rebuilds,
          () -> now,
          noticed::add);

  @Test
  void asksTheIndex() {
    assertThat(search.find(ANY).source()).isEqualTo(INDEX);
    assertThat(search.find(ANY).content().total()).isEqualTo(1);
  }

  @Test
  void asksTheDatabaseWhileTheIndexIsRebuilt() {
    rebuilds.begin(REBUILD);

    assertThat(search.find(ANY).source()).isEqualTo(DATABASE);
    assertThat(search.find(ANY).content().total()).isEqualTo(1);
  }

  @Test
  void asksTheIndexAgainWhenItIsRebuilt() {
    rebuilds.begin(REBUILD);
    assertThat(search.find(ANY).source()).isEqualTo(DATABASE);

    rebuilds.end(REBUILD);
    now = now.plus(SearchWithFallback.BELIEVED);

    assertThat(search.find(ANY).source()).isEqualTo(INDEX);
  }

  @Test
  void believesForASecondThatNoRebuildRuns() {
    assertThat(search.find(ANY).source()).isEqualTo(INDEX);
    rebuilds.begin(REBUILD);

    now = now.plus(SearchWithFallback.BELIEVED).minusMillis(1);
    assertThat(search.find(ANY).source()).isEqualTo(INDEX);
    now = now.plusMillis(1);
    assertThat(search.find(ANY).source()).isEqualTo(DATABASE);
  }

  @Test
  void asksTheDatabaseAndLetsAFailedIndexRest() {
    LeadSearch well = index;
    index = new Unreachable();
    assertThat(search.find(ANY).source()).isEqualTo(DATABASE);
    index = well;

    now = now.plus(SearchWithFallback.REST).minusMillis(1);
    assertThat(search.find(ANY).source()).isEqualTo(DATABASE);
    now = now.plus(Duration.ofMillis(1));
    assertThat(search.find(ANY).source()).isEqualTo(INDEX);
    assertThat(noticed).hasSize(1);
  }

  @Test
  void drawsMapsInTheSameWay() {
    MapQuery florida = new MapQuery(Filter.ALL, new GeoBox(24, -88, 31, -79));
    assertThat(search.map(florida).source()).isEqualTo(INDEX);

    index = new Unreachable();

    assertThat(search.map(florida).source()).isEqualTo(DATABASE);
    assertThat(search.map(florida).content().total()).isEqualTo(1);
  }

  @Test
  void hidesNoMistakesOfOurs() {
    index =
        new Unreachable() {
          @Override
          public Found find(LeadQuery query) {
            throw new IllegalStateException("a wrong question");
          }
        };

    assertThatThrownBy(() -> search.find(ANY)).hasMessage("a wrong question");
  }

  private static class Unreachable implements LeadSearch {
    @Override
    public Found find(LeadQuery query) {
      throw new IndexUnavailable("no answer");
    }

    @Override
    public LeadMap map(MapQuery query) {
      throw new IndexUnavailable("no answer", new IllegalStateException("closed"));
    }
  }
}
