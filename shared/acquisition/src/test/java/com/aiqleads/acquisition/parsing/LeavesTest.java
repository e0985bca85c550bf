package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.parsing.Leaves.Leaf;
import org.junit.jupiter.api.Test;

class LeavesTest {

  private static final String ADDRESS = "https://homes.example/";

  @Test
  void namesPlacesInDataWithoutNumbers() {
    Leaves leaves =
        Leaves.of(
            """
            {"rows":[{"id":"7","price":100},{"id":"8","price":200,"sold":null}],
             "cache":"{\\"Query{12345}\\":{\\"beds\\":3}}","broken":"{no"}
            """,
            ADDRESS);

    assertThat(leaves.places())
        .containsExactlyInAnyOrder("$.rows[].id", "$.rows[].price", "$.cache!.*.beds", "$.broken");
    assertThat(leaves.of("8", false)).extracting(Leaf::value).containsExactlyInAnyOrder("8", "200");
    assertThat(leaves.of("9", false)).isEmpty();
    assertThat(leaves.of("9", true)).isEqualTo(leaves.all());
  }

  @Test
  void namesPlacesInMarkupByTheirClassesAndLabels() {
    Leaves leaves =
        Leaves.of(
            """
            <meta name="geo" content="1;2"><h1 id="title">A home</h1><h2 id="p-1234">Old</h2>
            <table><tr><th>Beds:</th><td>3</td></tr></table>
            <ul><li data-id="7"><b>100</b></li><li data-id="8"><b>200</b></li><li><b>9</b></li></ul>
            <script>{"a":[1,2]}</script><script>run()</script>
            """,
            ADDRESS);

    assertThat(leaves.places())
        .contains(
            "meta[name=geo]@content",
            "h1#title",
            "body > h2",
            "tr > td behind 'beds:'",
            "li > b",
            "ul > li@data-id",
            "$.a[]")
        .noneMatch(place -> place.contains("run"));
    assertThat(leaves.of("8", false)).extracting(Leaf::value).containsExactly("8", "200");
  }

  @Test
  void aPageThatIsTooLargeSaysNothing() {
    assertThat(Leaves.of("<b>x</b>".repeat(11_000), ADDRESS).all()).isEmpty();
    assertThat(Leaves.of("{broken", ADDRESS).all()).isEmpty();
  }
}
