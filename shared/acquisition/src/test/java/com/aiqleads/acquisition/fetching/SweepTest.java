package com.aiqleads.acquisition.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepTest {

  @Test
  void missesWhatItHasNotMet() {
    Sweep sweep = Sweep.START.meeting(List.of("/1", "/2")).meeting(List.of("/3"));

    assertThat(sweep.misses("/3")).isFalse();
    assertThat(sweep.misses("/4")).isTrue();
  }

  @Test
  void missesNothingOnceItIsBroken() {
    assertThat(Sweep.BROKEN.meeting(List.of("/1"))).isEqualTo(Sweep.BROKEN);
    assertThat(Sweep.BROKEN.misses("/4")).isFalse();
  }

  @Test
  void isBrokenByMoreThanAnyMarketHas() {
    List<String> most = IntStream.range(0, Sweep.MAX_MARKS).mapToObj(String::valueOf).toList();
    Sweep full = Sweep.START.meeting(most);

    assertThat(full.whole()).isTrue();
    assertThat(full.meeting(most)).isEqualTo(full);
    assertThat(full.meeting(List.of("one more"))).isEqualTo(Sweep.BROKEN);
  }
}
