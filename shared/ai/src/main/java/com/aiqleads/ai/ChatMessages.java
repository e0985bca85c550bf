package com.aiqleads.ai;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The wire format of chat completions, as far as we write and read it.
final class ChatMessages {

  private ChatMessages() {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record Asked(
      String model,
      List<Message> messages,
      int temperature,
      int maxTokens,
      boolean stream,
      Format responseFormat) {

    static Asked of(Question question, String model) {
      return new Asked(
          model,
          List.of(
              new Message("system", question.task(), null),
              new Message("user", question.material(), null)),
          0,
          question.mostTokens(),
          false,
          new Format("json_object"));
    }
  }

  @Serdeable
  record Format(String type) {}

  @Serdeable
  record Message(String role, @Nullable String content, @Nullable String refusal) {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record Answered(@Nullable String model, @Nullable List<Choice> choices) {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record Choice(@Nullable Message message, @Nullable String finishReason) {}
}
