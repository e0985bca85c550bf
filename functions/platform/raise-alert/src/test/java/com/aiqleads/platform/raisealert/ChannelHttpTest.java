package com.aiqleads.platform.raisealert;

import static com.aiqleads.platform.raisealert.FakeChannelServer.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelHttpTest {

  private static final Duration PLENTY = Duration.ofSeconds(30);
  private static final Map<String, String> A = Map.of("text", "a");

  private final FakeChannelServer server = new FakeChannelServer();
  private final List<Duration> waits = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void sendsJsonOnce() {
    post(PLENTY);

    assertThat(server.postedTo("/slack"))
        .containsExactly(
            new FakeChannelServer.Posted("/slack", "application/json", "{\"text\":\"a\"}"));
    assertThat(waits).isEmpty();
  }

  @Test
  void comesAgainWhenItIsTold() {
    server.failsWith(refuses(429, "5"));

    post(PLENTY);

    assertThat(waits).containsExactly(Duration.ofSeconds(5));
    assertThat(server.postedTo("/slack")).hasSize(1);
  }

  @Test
  void leavesALongWaitToTheNextInvocation() {
    server.failsWith(refuses(429, "6"));

    assertThatThrownBy(() -> post(PLENTY)).isInstanceOf(NotTold.class).hasMessageContaining("429");
    assertThat(waits).isEmpty();
    assertThat(server.postedTo("/slack")).isEmpty();
  }

  @Test
  void triesOnceMoreAfterAServerErrorAndNotTwice() {
    server.failsWith(refuses(500));
    post(PLENTY);
    assertThat(server.postedTo("/slack")).hasSize(1);

    server.failsWith(refuses(503, "Sat, 21 Nov 2026 10:00:00 GMT"), refuses(502));
    assertThatThrownBy(() -> post(PLENTY)).isInstanceOf(NotTold.class).hasMessageContaining("502");
    assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 410})
  void doesNotRepeatWhatIsWrong(int status) {
    server.failsWith(refuses(status));

    assertThatThrownBy(() -> post(PLENTY))
        .isInstanceOf(NotTold.class)
        .hasMessage("slack answered " + status);
    assertThat(waits).isEmpty();
  }

  @Test
  void givesUpAChannelThatHangs() {
    CountDownLatch end = new CountDownLatch(1);
    server.failsWith(
        new FakeChannelServer.Fault.Hangs(end), new FakeChannelServer.Fault.Hangs(end));

    assertThatThrownBy(() -> http(PLENTY, Duration.ofMillis(200)).post("slack", server.slack(), A))
        .isInstanceOf(NotTold.class)
        .hasMessage("slack did not answer");
    end.countDown();
    assertThat(waits).hasSize(1);
  }

  @Test
  void doesNotTryAgainWithoutTimeForIt() {
    server.failsWith(refuses(500), refuses(500));

    assertThatThrownBy(() -> post(Duration.ofMillis(12_999))).isInstanceOf(NotTold.class);
    assertThat(waits).isEmpty();
    post(Duration.ofSeconds(13));
    assertThat(waits).hasSize(1);
  }

  @Test
  void neverTellsTheAddressWhichIsASecret() {
    URI nobody = URI.create("http://127.0.0.1:1/services/T000/B000/secret");

    assertThatThrownBy(() -> http(PLENTY, PLENTY).post("slack", nobody, A))
        .isInstanceOf(NotTold.class)
        .hasMessage("slack did not answer")
        .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("secret"));
  }

  private void post(Duration remaining) {
    http(remaining, PLENTY).post("slack", server.slack(), A);
  }

  private ChannelHttp http(Duration remaining, Duration patience) {
    return new ChannelHttp(ObjectMapper.getDefault(), () -> remaining, patience, waits::add);
  }
}
