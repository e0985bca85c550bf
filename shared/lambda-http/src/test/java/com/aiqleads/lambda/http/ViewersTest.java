package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.Secrets;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewersTest {

  private static final Client ANN = new Client("192.0.2.7", "Firefox");

  private record OneKey(String value) implements Secrets {
    @Override
    public String text(String name) {
      assertThat(name).isEqualTo("viewer-key");
      return value;
    }

    @Override
    public String fresh(String name) {
      return value;
    }
  }

  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final Viewers viewers = viewers("ours");

  @Test
  void areWhoTheConsoleSays() {
    assertThat(viewers.of(request(viewers.statement(ANN)))).isEqualTo(ANN);
  }

  @Test
  void areWhoTheGatewaySawWithoutAWord() {
    HttpRequest<?> request = new SimpleHttpRequest<>(HttpMethod.GET, "/", "");

    assertThat(viewers.of(request)).isEqualTo(new Client("unknown", ""));
  }

  @Test
  void areWhoTheConsoleSaysForAMinute() {
    String statement = viewers.statement(ANN);

    now = now.plus(Viewers.GOOD_FOR);
    assertThat(viewers.of(request(statement)).address()).isEqualTo(ANN.address());
    now = now.plusSeconds(1);
    assertThat(viewers.of(request(statement)).address()).isEqualTo("unknown");
    now = now.minus(Viewers.GOOD_FOR.multipliedBy(2)).minusSeconds(2);
    assertThat(viewers.of(request(statement)).address()).isEqualTo("unknown");
  }

  @Test
  void areNotWhoSomebodyElseSays() {
    String forged = viewers("theirs").statement(ANN);
    String mine = viewers.statement(ANN);
    String moved = viewers.statement(new Client("192.0.2.8", "")).split("\\.")[0];

    assertThat(viewers.of(request(forged)).address()).isEqualTo("unknown");
    assertThat(viewers.of(request(moved + mine.substring(mine.indexOf('.')))).address())
        .isEqualTo("unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "a.b", "a.b.c", "a.1.c.d", ".."})
  void areNotWhatIsNoStatement(String text) {
    assertThat(viewers.of(request(text)).address()).isEqualTo("unknown");
  }

  private Viewers viewers(String key) {
    ApplicationContext own = ApplicationContext.builder().build();
    own.registerSingleton(Secrets.class, new OneKey(key));
    return new Viewers(own.start().getProvider(Secrets.class), () -> now);
  }

  private static HttpRequest<?> request(String statement) {
    return new SimpleHttpRequest<>(HttpMethod.GET, "/", "")
        .header(Viewers.HEADER, statement)
        .header("User-Agent", "Firefox");
  }
}
