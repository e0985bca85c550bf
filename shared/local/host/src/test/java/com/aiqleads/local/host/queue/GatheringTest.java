package com.aiqleads.local.host.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.http.Json;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {

  @Test
  void splitsWhatDoesNotFitIntoOneInvocation() {
    List<Message> messages =
        IntStream.range(0, 10).mapToObj(i -> message("x".repeat(1024 * 1024))).toList();

    List<List<Message>> invocations = Gathering.invocations(messages);

    assertThat(invocations).extracting(List::size).containsExactly(5, 5);
  }

  @Test
  void leavesWhatFitsTogether() {
    List<Message> messages = List.of(message("a"), message("b"));

    assertThat(Gathering.invocations(messages)).containsExactly(messages);
    assertThat(Gathering.invocations(List.of())).isEmpty();
  }

  private static Message message(String body) {
    return new Message(Json.object().put("Body", body));
  }
}
