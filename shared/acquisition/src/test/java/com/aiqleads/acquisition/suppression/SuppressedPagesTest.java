package com.aiqleads.acquisition.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressedPagesTest {

  private static final String PAGE = "https://homes.example/show/id/7?b=2&a=1";

  private final InMemorySuppressions suppressions = new InMemorySuppressions();
  private final SuppressedPages pages = new SuppressedPages(suppressions);

  @ParameterizedTest
  @ValueSource(
      strings = {
        PAGE,
        "http://homes.example/show/id/7?b=2&a=1",
        "https://HOMES.example:443/show/id/7/?a=1&b=2",
        "https://homes.example/show/id/7?a=1&utm_source=mail&b=2&fbclid=x#photos",
        "https://www.homes.example/%73how/id/7?%62=%32&a=1"
      })
  void sparesAPageHoweverItsAddressIsWritten(String address) {
    suppressions.suppress(SuppressionKey.of(URI.create(PAGE)));

    assertThat(pages.among("fsbo", List.of(address))).containsExactly(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://homes.example/show/id/71?b=2&a=1",
        "https://homes.example/show/id/7?b=2",
        "https://homes.example/SHOW/id/7?b=2&a=1",
        "https://other.example/show/id/7?b=2&a=1",
        "https://wwwhomes.example/show/id/7?b=2&a=1",
        "https://homes.example/show%2Fid/7?b=2&a=1",
        "https://homes.example:8443/show/id/7?b=2&a=1",
        "no address at all"
      })
  void sparesNoOther(String address) {
    suppressions.suppress(SuppressionKey.of(URI.create(PAGE)));

    assertThat(pages.among("fsbo", List.of(address))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://homes.example/calle%20mu%C3%B1oz,%20a",
        "https://homes.example/calle%20mu%c3%b1oz%2c%20a/",
        "https://homes.example/calle%20mu\u00f1oz,%20a"
      })
  void sparesAPageHoweverItsLettersAreEscaped(String address) {
    suppressions.suppress(
        SuppressionKey.of(URI.create("https://homes.example/calle%20mu%C3%B1oz,%20a")));

    assertThat(pages.among("fsbo", List.of(address))).containsExactly(address);
  }

  @Test
  void sparesTheAdvertisementAlsoWhereItsSiteHasMovedIt() {
    suppressions.suppress(SuppressionKey.of(Listing.idOf(Source.FSBO, "546001")));
    String moved = "https://www.fsbo.example/new/listings/show/id/546001/";

    assertThat(pages.among("fsbo", List.of(moved, moved.replace("546001", "546002"))))
        .containsExactly(moved);
    assertThat(pages.among("linkedin", List.of(moved))).isEmpty();
  }

  @Test
  void asksNothingOfNoPages() {
    assertThat(pages.among("fsbo", List.of())).isEmpty();
    assertThat(SuppressionKey.pages(List.of("no address at all", PAGE)))
        .isEqualTo(Set.of(SuppressionKey.of(URI.create(PAGE))));
    assertThat(SuppressionKey.of(URI.create(PAGE))).hasToString("page ***");
  }

  @Test
  void anAddressWithoutAnyPathIsAPageToo() {
    suppressions.suppress(SuppressionKey.of(URI.create("https://homes.example")));

    assertThat(pages.among("fsbo", List.of("https://homes.example/", "mailto:a@b.example")))
        .containsExactly("https://homes.example/");
  }
}
