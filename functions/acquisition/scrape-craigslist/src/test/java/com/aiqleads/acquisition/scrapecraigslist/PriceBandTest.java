package com.aiqleads.acquisition.scrapecraigslist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceBandTest {

  @Test
  void partsThePricesThatWereSeenInHalves() {
    assertThat(PriceBand.ALL.halves(List.of(400L, 100L, 200L, 300L)))
        .containsExactly(new PriceBand(0, 200), new PriceBand(201, PriceBand.ALL.max()));
    assertThat(new PriceBand(0, 200).halves(List.of(100L, 200L)))
        .containsExactly(new PriceBand(0, 100), new PriceBand(101, 200));
    assertThat(new PriceBand(100, 200).halves(List.of(200L, 200L, 900L)))
        .containsExactly(new PriceBand(100, 199), new PriceBand(200, 200));
  }

  @Test
  void doesNotPartOnePriceOrNone() {
    assertThat(new PriceBand(200, 200).halves(List.of(200L))).isEmpty();
    assertThat(PriceBand.ALL.halves(List.of())).isEmpty();
  }

  @Test
  void readsWhatItWrites() {
    for (PriceBand band :
        List.of(
            PriceBand.ALL,
            new PriceBand(0, 10),
            new PriceBand(5, PriceBand.ALL.max()),
            new PriceBand(5, 10))) {
      URI search = URI.create("https://homes.example/search?cat=rea" + band.filter());

      assertThat(PriceBand.in(search)).isEqualTo(band);
    }
    assertThat(PriceBand.in(URI.create("https://homes.example/search"))).isEqualTo(PriceBand.ALL);
  }
}
