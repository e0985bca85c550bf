package com.aiqleads.local.host.queue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

  @ParameterizedTest
  @CsvSource({
    "jobs, 1, 0, 1",
    "jobs, 10, 0, 1",
    "jobs, 11, 1, 1",
    "jobs, 10000, 300, 1",
    "jobs.fifo, 10, 0, 2"
  })
  void takesWhatLambdaTakes(String queue, int batch, int window, int concurrency) {
    assertThatCode(() -> mapping(queue, batch, window, concurrency)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "jobs, 0, 0, 1, batch must be",
    "jobs, 10001, 1, 1, batch must be",
    "jobs, 11, 0, 1, needs a window",
    "jobs, 10, 301, 1, window must be",
    "jobs, 10, -1, 1, window must be",
    "jobs.fifo, 11, 1, 1, ordered batch",
    "jobs.fifo, 10, 1, 1, has no window",
    "jobs, 10, 0, 0, concurrency must be"
  })
  void refusesWhatLambdaRefuses(
      String queue, int batch, int window, int concurrency, String reason) {
    assertThatThrownBy(() -> mapping(queue, batch, window, concurrency))
        .hasMessageContaining("a-function")
        .hasMessageContaining(reason);
  }

  private static Mapping mapping(String queue, int batch, int window, int concurrency) {
    return new Mapping("a-function", queue, "dead", batch, Duration.ofSeconds(window), concurrency);
  }
}
