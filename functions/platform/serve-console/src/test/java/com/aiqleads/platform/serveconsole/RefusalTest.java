package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.serveconsole.Api.Answer;
import io.micronaut.json.tree.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

  @Test
  void repeatsWhatTheProblemSays() {
    Answer problem = answer(429, Map.of("title", "Too Many Requests", "detail", "Wait a while."));

    assertThat(Refusal.of(problem, "/console").title()).isEqualTo("Too Many Requests");
    assertThat(Refusal.of(problem, "/console").detail()).isEqualTo("Wait a while.");
    assertThat(Refusal.sentences(problem)).containsExactly("Wait a while.");
  }

  /// Everything in docs/refusals.md that is not a problem: of the gateway, and in front of it.
  @ParameterizedTest
  @CsvSource({
    "401, sign in again",
    "403, is not allowed",
    "404, nothing at this address",
    "413, send less",
    "429, try again in a minute",
    "431, send less",
    "500, try again later",
    "502, try again in a minute",
    "503, try again in a minute",
    "504, try again in a minute",
    "400, cannot be done like this"
  })
  void hasASentenceWhereTheGatewayHasNone(int status, String sentence) {
    Answer gateway = answer(status, Map.of("message", "Words for programs"));

    assertThat(Refusal.of(gateway, "/console").title()).isEqualTo("That did not work");
    assertThat(Refusal.of(gateway, "/console").detail()).contains(sentence);
    assertThat(Refusal.sentences(gateway)).singleElement().asString().contains(sentence);
    assertThat(Refusal.said(answer(status, Map.of()))).contains(sentence);
  }

  private static Answer answer(int status, Map<String, String> body) {
    return new Answer(status, JsonNode.from(body));
  }
}
