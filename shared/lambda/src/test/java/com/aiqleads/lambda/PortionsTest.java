package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PortionsTest {

  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void goesOnUntilThereIsNoMore() {
    left.set(25);

    assertThat(new Portions(10, 100).all(this::take)).isEqualTo(25);
    assertThat(asked).hasValue(3);
  }

  @Test
  void looksOnceWhenThereIsNothing() {
    assertThat(new Portions(10, 100).all(this::take)).isZero();
    assertThat(asked).hasValue(1);
  }

  @Test
  void leavesTheRestToTheNextRun() {
    left.set(25);

    assertThat(new Portions(10, 2).all(this::take)).isEqualTo(20);
    assertThat(left).hasValue(5);
  }

  private int take(int most) {
    asked.incrementAndGet();
    int taken = Math.min(most, left.get());
    left.addAndGet(-taken);
    return taken;
  }
}
