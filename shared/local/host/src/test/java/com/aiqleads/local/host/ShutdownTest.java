package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownTest {

  private final List<String> ended = new ArrayList<>();
  private final Shutdown shutdown = new Shutdown();

  @Test
  void endsInTheOppositeOrderAndGoesOnAfterAFailure() {
    shutdown.add("first", () -> ended.add("first"));
    shutdown.add(
        "second",
        () -> {
          throw new IllegalStateException("stuck");
        });
    shutdown.add("third", () -> ended.add("third"));

    shutdown.close();
    shutdown.close();

    assertThat(ended).containsExactly("third", "first");
  }

  @Test
  void endsAtOnceWhatIsStartedTooLate() {
    shutdown.close();

    assertThatThrownBy(() -> shutdown.add("late", () -> ended.add("late")))
        .isInstanceOf(StartRefused.class);
    assertThat(ended).containsExactly("late");
  }
}
