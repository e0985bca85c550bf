package com.aiqleads.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.aiqleads.ai.Reply.Said;
import com.aiqleads.ai.Reply.Silent;
import com.aiqleads.ai.Reply.Why;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatCompletionsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Question QUESTION =
      new Question("Copy the street.", "{\"title\":\"Say \\\"hi\\\" at 12 Palm Ave\"}", 64);

  private final ApplicationContext context = ApplicationContext.run();
  private final ObjectMapper json = context.getBean(ObjectMapper.class);
  private final FakeModelServer server = FakeModelServer.start();
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private String secret = server.secret();
  private int left = 9;
  private final ChatCompletions model =
      new ChatCompletions(() -> secret, () -> left-- > 0, json, () -> now);

  @AfterEach
  void close() {
    model.close();
    server.close();
    context.close();
  }

  @Test
  void saysWhatTheModelSaysAndWhichItIs() {
    server.says("{\"street\":\"12 Palm Ave\"}");

    assertThat(ask()).isEqualTo(new Said("{\"street\":\"12 Palm Ave\"}", "tiny-1-2026"));
    assertThat(server.asked().getFirst())
        .contains("\"model\":\"tiny-1\"", "\"max_tokens\":64", "\"temperature\":0")
        .contains("{\"role\":\"system\",\"content\":\"Copy the street.\"}")
        .contains("\"role\":\"user\",\"content\":\"{\\\"title\\\":")
        .contains("\"response_format\":{\"type\":\"json_object\"}", "\"stream\":false");
  }

  @Test
  void asksNobodyUntilAnOperatorHasSaidWhom() {
    secret = "AAAA";

    assertThat(ask()).isEqualTo(new Silent(Why.OFF));
    assertThat(LanguageModel.NONE.ask(QUESTION, PATIENCE)).isEqualTo(new Silent(Why.OFF));
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void leavesAModelAloneForAsLongAsItWantsIt() {
    server.isBusyFor("7");

    assertThat(ask()).isEqualTo(new Silent(Why.BUSY));
    server.says("here again");
    now = now.plusSeconds(6);
    assertThat(ask()).isEqualTo(new Silent(Why.BUSY));
    now = now.plusSeconds(1);
    assertThat(ask()).isInstanceOf(Said.class);
    assertThat(server.asked()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"soon, 30", "999999, 900"})
  void leavesItAloneForAWhileIfItDoesNotSayHowLong(String retryAfter, int seconds) {
    server.isBusyFor(retryAfter);
    ask();
    server.says("here again");

    now = now.plusSeconds(seconds - 1);
    assertThat(ask()).isEqualTo(new Silent(Why.BUSY));
    now = now.plusSeconds(1);
    assertThat(ask()).isInstanceOf(Said.class);
  }

  @Test
  void doesNotWaitLongerThanItMay() {
    server.stalls();

    assertThat(model.ask(QUESTION, Duration.ofMillis(300))).isEqualTo(new Silent(Why.LATE));
    assertThat(model.ask(QUESTION, Duration.ZERO)).isEqualTo(new Silent(Why.LATE));
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[",
        "null",
        "[]",
        "{}",
        "{\"choices\":[]}",
        "{\"choices\":[{\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\" \"}}]}",
        "<html>Bad gateway</html>"
      })
  void saysThatAnAnswerIsNone(String body) {
    server.answers(200, body);

    assertThat(ask()).isEqualTo(new Silent(Why.MALFORMED));
  }

  @Test
  void readsNoEndlessAnswer() {
    server.says("x".repeat(70_000));

    assertThat(ask()).isEqualTo(new Silent(Why.MALFORMED));
  }

  @Test
  void saysThatAModelWouldRatherNot() {
    server.answers(200, FakeModelServer.finished("null", "\"I cannot help with that.\"", "stop"));
    assertThat(ask()).isEqualTo(new Silent(Why.DECLINED));

    server.answers(200, FakeModelServer.finished("\"\"", "null", "content_filter"));
    assertThat(ask()).isEqualTo(new Silent(Why.DECLINED));

    server.answers(200, FakeModelServer.finished("\"{\\\"str\"", "null", "length"));
    assertThat(ask()).isEqualTo(new Silent(Why.CUT_SHORT));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 500, 529})
  void aFailureIsNoAnswerAndIsNotTriedAgain(int status) {
    server.answers(status, "{\"error\":{\"message\":\"down\"}}");

    assertThat(ask()).isEqualTo(new Silent(Why.FAILED));
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void aKeyThatIsNotKnownIsAFailureAndANewOneCountsAtOnce() {
    String known = secret;
    secret = known.replace(FakeModelServer.KEY, "sk-old");
    assertThat(ask()).isEqualTo(new Silent(Why.FAILED));

    secret = known;
    assertThat(ask()).isInstanceOf(Said.class);
  }

  @Test
  void whoDoesNotAnswerAtAllIsAFailure() {
    server.close();

    assertThat(ask()).isEqualTo(new Silent(Why.FAILED));
  }

  @Test
  void asksByHttpsOnlyAndSaysNothingOfTheSecret() {
    secret = "{\"url\":\"http://models.example/v1\",\"model\":\"m\",\"key\":\"sk-1\"}";
    assertThatIllegalArgumentException().isThrownBy(this::ask).withMessageContaining("https");

    secret = "{\"url\":\"https://models.example/v1\"}";
    assertThatIllegalStateException().isThrownBy(this::ask).withMessageContaining("a model");

    secret = "{\"key\":\"sk-1\"";
    assertThatIllegalStateException()
        .isThrownBy(this::ask)
        .withMessage("the secret language-model cannot be read")
        .withNoCause();
    assertThat(
            ModelAccess.read(server.secret(), json).orElseThrow().toString()
                + QUESTION
                + new Said("12 Palm Ave", "m"))
        .doesNotContain("sk-", "Palm");
  }

  @Test
  void aKeyIsNotSentToWhoWantsNone() {
    secret = server.secret().replace("\"key\":\"" + FakeModelServer.KEY + "\",", "");

    assertThat(ask()).isEqualTo(new Silent(Why.FAILED));
  }

  @Test
  void aQuestionHasItsLimits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Question("t", "x".repeat(Question.MAX_MATERIAL + 1), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Question("t", "x", 0));
    assertThat(new Question("t", "x".repeat(Question.MAX_MATERIAL), 1)).isNotNull();
  }

  @Test
  void asksNoMoreThanItMay() {
    left = 1;

    assertThat(ask()).isInstanceOf(Said.class);
    assertThat(ask()).isEqualTo(new Silent(Why.SPENT));
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void whatNobodyIsAskedCostsNothingAndWhatFailsDoes() {
    left = 3;
    String known = secret;
    secret = "AAAA";
    assertThat(ask()).isEqualTo(new Silent(Why.OFF));
    secret = known;
    assertThat(model.ask(QUESTION, Duration.ZERO)).isEqualTo(new Silent(Why.LATE));
    assertThat(left).isEqualTo(3);

    server.isBusyFor("7");
    assertThat(ask()).isEqualTo(new Silent(Why.BUSY));
    assertThat(ask()).isEqualTo(new Silent(Why.BUSY));
    assertThat(left).isEqualTo(2);

    now = now.plusSeconds(7);
    server.answers(500, "");
    assertThat(ask()).isEqualTo(new Silent(Why.FAILED));
    assertThat(left).isEqualTo(1);
  }

  private Reply ask() {
    return model.ask(QUESTION, PATIENCE);
  }
}
