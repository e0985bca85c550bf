package com.aiqleads.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.GeoBox;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.marketplace.search.QueryParameters.Wrong;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.999Z");

  @Test
  void readsWhatIsAskedFor() {
    Filter filter =
        read(
            Map.of(
                "q", "Pools & gardens",
                "city", "Miami FL, Austin TX,",
                "beds", "3,5",
                "minPrice", "5",
                "maxPrice", "12.50",
                "maxAsking", "500000",
                "near", "25.76,-80.19",
                "radiusKm", "1.5",
                "available", "true"));

    assertThat(filter.words()).containsExactly("pool", "garden");
    assertThat(filter.chosen().get(Facet.CITY)).isEqualTo(Set.of("Miami FL", "Austin TX"));
    assertThat(filter.chosen().get(Facet.BEDS)).isEqualTo(Set.of("3", "5"));
    assertThat(filter.price()).isEqualTo(new Range(5_00L, 12_50L));
    assertThat(filter.asking()).isEqualTo(new Range(null, 500_000_00L));
    assertThat(filter.area()).isEqualTo(new Area.Near(new GeoPoint(25.76, -80.19), 1_500));
    assertThat(filter.availableAt()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
    assertThat(read(Map.of("box", "25,-81,26,-80", "available", "false")).area())
        .isEqualTo(new Area.Within(new GeoBox(25, -81, 26, -80)));
    assertThat(read(Map.of("near", "25,-80")).area())
        .isEqualTo(new Area.Near(new GeoPoint(25, -80), 25_000));
    assertThat(read(Map.of("q", " "))).isEqualTo(Filter.ALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q|&",
        "q|a b c d e f g h i j k l m n o p r t u v w",
        "city|1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21",
        "minPrice|much",
        "maxAsking|1.234",
        "near|here",
        "near|25",
        "near|95,0",
        "box|1,2,3",
        "box|26,-80,25,-81",
        "radiusKm|5",
        "available|perhaps",
        "colour|red"
      })
  void namesWhatItCannotRead(String name, String text) {
    assertThat(wrong(Map.of(name, text))).contains(name);
  }

  @Test
  void refusesWhatContradictsItself() {
    assertThat(wrong(Map.of("minPrice", "2", "maxPrice", "1"))).containsExactly("minPrice");
    assertThat(wrong(Map.of("near", "25,-80", "box", "25,-81,26,-80"))).containsExactly("box");
    assertThat(wrong(Map.of("near", "25,-80", "radiusKm", "251"))).containsExactly("radiusKm");
    assertThat(wrong(Map.of("near", "25,-80", "radiusKm", "0"))).containsExactly("radiusKm");
  }

  @Test
  void refusesWhatIsNoTextOrTooMuchOfIt() {
    assertThat(wrong(Map.of("q", "a\u0007b"))).containsExactly("q");
    assertThat(wrong(Map.of("q", "a\uFFFDb"))).containsExactly("q");
    assertThat(wrong(Map.of("q", "a".repeat(501)))).containsExactly("q");
    assertThat(wrong(Map.of("n".repeat(60), "a"))).containsExactly("n".repeat(50));
  }

  @Test
  void knowsWhatWasAskedForWithoutItsPages() {
    QueryParameters parameters =
        new QueryParameters(
            Map.of("q", List.of("a", "b"), "limit", List.of("5")), Set.of("q", "limit"));

    assertThat(parameters.withoutPaging(Set.of("limit"))).isEqualTo("{q=a,b}");
    assertThat(parameters.has("limit")).isTrue();
    assertThat(parameters.value("limit", "must be whole", Readers::whole)).contains(5);
    assertThat(Readers.whole("five")).isEmpty();
    assertThat(Readers.box("91,0,92,1")).isEmpty();
  }

  private static Filter read(Map<String, String> search) {
    QueryParameters parameters = parameters(search);
    Filter filter = new FilterReader(parameters, NOW).read();
    assertThat(parameters.wrong()).isEmpty();
    return filter;
  }

  private static List<String> wrong(Map<String, String> search) {
    QueryParameters parameters = parameters(search);
    new FilterReader(parameters, NOW).read();
    return parameters.wrong().stream().map(Wrong::name).toList();
  }

  private static QueryParameters parameters(Map<String, String> search) {
    Map<String, List<String>> given = new HashMap<>();
    search.forEach((name, text) -> given.put(name, List.of(text)));
    return new QueryParameters(given, FilterReader.NAMES);
  }
}
