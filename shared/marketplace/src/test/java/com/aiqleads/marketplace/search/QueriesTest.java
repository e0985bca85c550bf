package com.aiqleads.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.GeoBox;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.marketplace.Cell;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void aPageHasOneToAHundredLeads(int limit) {
    assertThat(new LeadQuery(Filter.ALL, Sort.NEWEST, limit, null).limit()).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void aPageHasNoMore(int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeadQuery(Filter.ALL, Sort.NEWEST, limit, null));
  }

  @Test
  void distanceNeedsAPlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeadQuery(Filter.ALL, Sort.NEAREST, 20, null));
  }

  @Test
  void rangesIncludeBothEnds() {
    Range range = new Range(10L, 20L);

    assertThat(range.contains(9)).isFalse();
    assertThat(range.contains(10)).isTrue();
    assertThat(range.contains(20)).isTrue();
    assertThat(range.contains(21)).isFalse();
    assertThat(Range.ALL.contains(Long.MIN_VALUE)).isTrue();
    assertThat(new Range(5L, 5L).contains(5)).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(6L, 5L));
  }

  @Test
  void aFilterWithoutAFacetKeepsEverythingElse() {
    Filter filter =
        new Filter(
            List.of("pool"),
            Map.of(Facet.TYPE, Set.of("house"), Facet.CITY, Set.of("Miami FL")),
            new Range(1L, 2L),
            Range.ALL,
            new Area.Everywhere(),
            Instant.EPOCH);

    assertThat(filter.without(Facet.TYPE))
        .isEqualTo(
            new Filter(
                List.of("pool"),
                Map.of(Facet.CITY, Set.of("Miami FL")),
                new Range(1L, 2L),
                Range.ALL,
                new Area.Everywhere(),
                Instant.EPOCH));
    assertThat(filter.without(Facet.BEDS)).isEqualTo(filter);
  }

  @Test
  void aParameterFindsItsSort() {
    assertThat(Sort.find("-price")).contains(Sort.DEAREST);
    assertThat(Sort.find("price; drop table offers")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.43, 1",
    "0.5, 5",
    "2.1, 5",
    "2.3, 25",
    "10.9, 25",
    "11, 125",
    "54.9, 125",
    "55, 625"
  })
  void aMapHasLargerSquaresTheMoreItShows(double degrees, int step) {
    GeoBox box = new GeoBox(0.001, 0.001, degrees, degrees);

    assertThat(new MapQuery(Filter.ALL, box).step()).isEqualTo(step);
  }

  @Test
  void aMapOfTheWholeWorldHasTheLargestSquares() {
    MapQuery world = new MapQuery(Filter.ALL, new GeoBox(-90, -180, 90, 180));

    assertThat(world.step()).isEqualTo(625);
    assertThat(world.filter().area().contains(Cell.of(new GeoPoint(0, 0)))).isTrue();
  }
}
