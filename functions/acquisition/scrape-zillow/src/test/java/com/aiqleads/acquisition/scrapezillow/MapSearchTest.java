package com.aiqleads.acquisition.scrapezillow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapSearchTest {

  private static final URI SITE = URI.create("https://homes.example/");
  private static final MapBox BOX =
      new MapBox(
          new BigDecimal("25.9"),
          new BigDecimal("25.1"),
          new BigDecimal("-80.1"),
          new BigDecimal("-80.9"));

  @Test
  void readsWhatItWrites() {
    for (MapSearch search :
        List.of(
            MapSearch.FIRST,
            MapSearch.FIRST.nextPage(),
            MapSearch.FIRST.within(BOX),
            MapSearch.FIRST.within(BOX).nextPage().nextPage())) {
      assertThat(MapSearch.in(search.request(SITE, "miami-fl").url())).isEqualTo(search);
    }
    assertThat(MapSearch.in(SITE)).isEqualTo(MapSearch.FIRST);
  }

  @Test
  void asksForOwnersHomesOnly() {
    String address =
        URLDecoder.decode(
            MapSearch.FIRST.within(BOX).nextPage().request(SITE, "miami-fl").url().toString(),
            StandardCharsets.UTF_8);

    assertThat(address)
        .startsWith("https://homes.example/miami-fl/2_p/?searchQueryState={")
        .contains("\"isForSaleByOwner\":{\"value\":true}")
        .contains("\"isForSaleByAgent\":{\"value\":false}")
        .contains("\"isNewConstruction\":{\"value\":false}")
        .contains("\"isComingSoon\":{\"value\":false}")
        .contains("\"isAuction\":{\"value\":false}")
        .contains("\"isForSaleForeclosure\":{\"value\":false}")
        .contains("\"north\":25.900000");
  }
}
