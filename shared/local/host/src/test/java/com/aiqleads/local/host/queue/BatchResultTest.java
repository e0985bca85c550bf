package com.aiqleads.local.host.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.function.Outcome;
import com.aiqleads.local.host.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The truth table of partial failures; [MappingContract] has it through functions of any kind.
class BatchResultTest {

  private static final List<Message> BATCH = List.of(message("a"), message("b"));

  @ParameterizedTest
  @FieldSource("com.aiqleads.local.host.queue.TruthTable#ALL_DONE")
  void everythingIsDone(String answer) {
    assertThat(BATCH).allMatch(result(answer)::isDone);
  }

  @ParameterizedTest
  @FieldSource("com.aiqleads.local.host.queue.TruthTable#ALL_FAILED")
  void everythingHasFailed(String answer) {
    assertThat(BATCH).noneMatch(result(answer)::isDone);
  }

  @Test
  void onlyTheNamedOnesHaveFailed() {
    BatchResult result = result("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}");

    assertThat(result.isDone(BATCH.get(0))).isTrue();
    assertThat(result.isDone(BATCH.get(1))).isFalse();
  }

  @Test
  void anExceptionFailsTheWholeBatch() {
    BatchResult result = BatchResult.of(Outcome.Failed.of("Any", "thing"), BATCH);

    assertThat(BATCH).noneMatch(result::isDone);
  }

  private static BatchResult result(String answer) {
    byte[] payload = answer.getBytes(StandardCharsets.UTF_8);
    return BatchResult.of(new Outcome.Answered(payload), BATCH);
  }

  private static Message message(String id) {
    return new Message(Json.object().put("MessageId", id));
  }
}
