package com.aiqleads.local.host.queue;

import com.aiqleads.local.host.function.Outcome;
import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which messages of a batch a function has done, read from its answer as SQS mappings read it when
/// they report batch item failures.
sealed interface BatchResult {

  record AllDone() implements BatchResult {}

  record AllFailed(String reason) implements BatchResult {}

  record SomeFailed(Set<String> ids) implements BatchResult {}

  static BatchResult of(Outcome outcome, List<Message> batch) {
    return switch (outcome) {
      case Outcome.Failed failed -> new AllFailed(failed.errorType() + ": " + failed.message());
      case Outcome.Answered answered -> read(answered.payload(), batch);
    };
  }

  private static BatchResult read(byte[] payload, List<Message> batch) {
    if (payload.length == 0) {
      return new AllDone();
    }
    try {
      return read(Json.read(payload), batch);
    } catch (Json.NotJson e) {
      return new AllFailed("the answer is not JSON");
    }
  }

  private static BatchResult read(JsonNode answer, List<Message> batch) {
    JsonNode failures = answer.path("batchItemFailures");
    if (failures.isMissingNode() || failures.isNull()) {
      return new AllDone();
    }
    return failures.isArray()
        ? listed(failures, batch)
        : new AllFailed("batchItemFailures is not a list");
  }

  private static BatchResult listed(JsonNode failures, List<Message> batch) {
    Set<String> known = new HashSet<>();
    batch.forEach(message -> known.add(message.id()));
    Set<String> failed = new HashSet<>();
    for (JsonNode failure : failures) {
      String id = failure.path("itemIdentifier").asText("");
      if (!known.contains(id)) {
        return new AllFailed("the answer names an item that is not in the batch");
      }
      failed.add(id);
    }
    return new SomeFailed(failed);
  }

  default boolean isDone(Message message) {
    return switch (this) {
      case AllDone _ -> true;
      case AllFailed _ -> false;
      case SomeFailed some -> !some.ids().contains(message.id());
    };
  }
}
