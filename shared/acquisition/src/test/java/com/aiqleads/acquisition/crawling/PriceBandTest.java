package com.aiqleads.acquisition.crawling;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Money;
import java.net.URI;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PriceBandTest {

  private static final PriceBand.Names NAMES = new PriceBand.Names("min_price", "max_price");

  @Test
  void partsThePricesThatWereSeenInHalves() {
    assertThat(PriceBand.ALL.halves(dollars(400, 100, 200, 300)))
        .containsExactly(new PriceBand(0, 200), new PriceBand(201, PriceBand.ALL.max()));
    assertThat(new PriceBand(0, 200).halves(dollars(100, 200)))
        .containsExactly(new PriceBand(0, 100), new PriceBand(101, 200));
    assertThat(new PriceBand(100, 200).halves(dollars(200, 200, 900)))
        .containsExactly(new PriceBand(100, 199), new PriceBand(200, 200));
  }

  @Test
  void doesNotPartOnePriceOrNone() {
    assertThat(new PriceBand(200, 200).halves(dollars(200))).isEmpty();
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
      URI search = URI.create("https://homes.example/search?cat=rea" + band.filter(NAMES));

      assertThat(PriceBand.in(search, NAMES)).isEqualTo(band);
    }
    assertThat(PriceBand.in(URI.create("https://homes.example/search"), NAMES))
        .isEqualTo(PriceBand.ALL);
  }

  private static List<Money> dollars(long... dollars) {
    return LongStream.of(dollars).mapToObj(each -> Money.usd(each * 100)).toList();
  }
}
