package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.contacting.AreaCode;
import com.aiqleads.acquisition.contacting.AreaList;
import com.aiqleads.acquisition.contacting.NationalRegistry.Answer;
import com.aiqleads.acquisition.contacting.NationalRegistry.Given;
import com.aiqleads.acquisition.contacting.NationalRegistry.Reason;
import com.aiqleads.acquisition.contacting.NationalRegistry.Withheld;
import com.aiqleads.kernel.Phone;
import com.aiqleads.local.sandbox.Sandbox;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalRegistryTest {

  private static final AreaCode MIAMI = new AreaCode("305");
  private static final String HERS = "+13059582368";

  private final Sandbox sandbox = Sandbox.start(0, Sandbox.DEFAULT_SEED, 1);
  private final HttpClient client = HttpClient.newHttpClient();
  private String secret = settings(Sandbox.DO_NOT_CALL_PASSWORD);
  private InstantSource clock = InstantSource.system();
  private Duration limit = Duration.ofSeconds(30);

  @AfterEach
  void stop() {
    sandbox.close();
    client.close();
  }

  @Test
  void readsTheListOfAnArea() throws Exception {
    control("number=" + HERS.substring(2) + "&off=3059582369");

    AreaList list = ((Given) asked(MIAMI)).list();

    assertThat(list.size()).isGreaterThan(5_000);
    assertThat(list.scrub(new Phone(HERS)).isListed()).isTrue();
    assertThat(list.scrub(new Phone("+13059582369")).isListed()).isFalse();
    assertThat(list.version())
        .isBetween(Instant.now().minus(Duration.ofHours(7)), Instant.now().minusSeconds(3600));
  }

  @ParameterizedTest
  @CsvSource({
    "truncated,UNREADABLE",
    "two-files,UNREADABLE",
    "other-area,UNREADABLE",
    "xml,UNREADABLE",
    "signed-out,UNREADABLE",
    "undated,UNREADABLE",
    "unavailable,UNREACHED",
    "too-soon,TOO_SOON"
  })
  void believesNothingThatIsNotAWholeDatedListOfTheArea(String fault, Reason reason)
      throws Exception {
    control("fault=" + fault);

    assertThat(asked(MIAMI)).isEqualTo(new Withheld(reason));
  }

  @Test
  void waitsForTheRestOfAnAnswerOnlySoLong() throws Exception {
    control("fault=stalled");
    limit = Duration.ofMillis(300);

    assertThat(asked(MIAMI)).isEqualTo(new Withheld(Reason.UNREACHED));
  }

  @Test
  void believesNoListOfTomorrow() {
    clock = () -> Instant.now().minus(Duration.ofDays(1));

    assertThat(asked(MIAMI)).isEqualTo(new Withheld(Reason.UNREADABLE));
  }

  @Test
  void anAreaThatIsNotThereIsNotSubscribed() {
    secret = secret.replace("/full", "/change");

    assertThat(asked(MIAMI)).isEqualTo(new Withheld(Reason.NOT_SUBSCRIBED));
  }

  @Test
  void saysIfItIsRefusedOrNotThere() {
    secret = settings("another");
    assertThat(asked(MIAMI)).isEqualTo(new Withheld(Reason.UNREACHED));

    secret = "{\"folder\":\"http://127.0.0.1:1\",\"user\":\"a\",\"password\":\"b\"}";
    assertThat(asked(MIAMI)).isEqualTo(new Withheld(Reason.UNREACHED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cmFuZG9t", "{}", "{\"folder\":\"http://127.0.0.1:1\",\"user\":\"a\"}"})
  void isOffUntilTheSecretIsFilled(String text) {
    secret = text;

    assertThat(asked(MIAMI)).isEqualTo(new Withheld(Reason.OFF));
  }

  @Test
  void saysNothingOfWhatIsWrongInTheSecret() {
    secret = "{key";

    assertThatThrownBy(() -> asked(MIAMI))
        .hasMessage("the secret do-not-call-lists cannot be read")
        .hasNoCause();
  }

  private Answer asked(AreaCode area) {
    try (HttpNationalRegistry registry =
        new HttpNationalRegistry(
            () -> secret, ObjectMapper.getDefault(), () -> clock.instant(), limit)) {
      Answer answer = registry.list(area);
      assertThat(registry.isOn()).isEqualTo(!answer.equals(new Withheld(Reason.OFF)));
      return answer;
    }
  }

  private String settings(String password) {
    return "{\"folder\":\"%s/donotcall/full/\",\"user\":\"%s\",\"password\":\"%s\"}"
        .formatted(sandbox.baseUri(), Sandbox.DO_NOT_CALL_USER, password);
  }

  private void control(String form) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.baseUri().resolve("/control/do-not-call"))
            .POST(BodyPublishers.ofString(form))
            .build();
    assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }
}
