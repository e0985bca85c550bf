package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.proposing.Proposed;
import com.aiqleads.ai.Question;
import com.aiqleads.ai.Reply;
import com.aiqleads.ai.Reply.Said;
import com.aiqleads.ai.Reply.Silent;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Questions and answers of language models as JSON, so that material cannot be taken for a task.
record ModelJson(ObjectMapper json) {

  /// Some models wrap what they were asked for in a block of code.
  private static final Pattern OBJECT = Pattern.compile("(?s)\\{.*}");

  /// Empty for material that is more than a model is asked about.
  Optional<Question> question(String task, Object material, int mostTokens) {
    try {
      String written = json.writeValueAsString(material);
      return written.length() > Question.MAX_MATERIAL
          ? Optional.empty()
          : Optional.of(new Question(task, written, mostTokens));
    } catch (IOException e) {
      throw new UncheckedIOException("a question cannot be written", e);
    }
  }

  <T> Optional<Proposed<T>> said(Reply reply, Class<T> type) {
    return switch (reply) {
      case Said(String text, String model) ->
          read(text, type).map(value -> new Proposed<>(value, model));
      case Silent _ -> Optional.empty();
    };
  }

  private <T> Optional<T> read(String text, Class<T> type) {
    Matcher object = OBJECT.matcher(text);
    try {
      return object.find()
          ? Optional.ofNullable(json.readValue(object.group(), type))
          : Optional.empty();
    } catch (IOException | RuntimeException malformed) {
      return Optional.empty();
    }
  }
}
