package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.delivery.Carrier;
import com.aiqleads.marketplace.delivery.Carrier.Answer;
import com.aiqleads.marketplace.delivery.Receipt;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/// Asks a server in JSON, and has somebody say what its answer means.
@Singleton
record Talk(Carrier carrier, ObjectMapper json) {

  /// What systems tell of what they have just stored is some kilobytes.
  private static final int MOST_ANSWER = 128 * 1024;

  Receipt ask(
      URI address,
      Map<String, String> headers,
      Map<String, Object> body,
      Function<Reply, Receipt> meaning) {
    return ask(address, headers, written(body), meaning);
  }

  Receipt ask(
      URI address, Map<String, String> headers, String body, Function<Reply, Receipt> meaning) {
    return switch (carrier.carry(new Carrier.Letter(address, headers, body, MOST_ANSWER))) {
      case Answer.None(String reason, boolean sent) ->
          new Receipt.Failed(Duration.ZERO, reason, sent);
      case Answer.Status status -> meaning.apply(new Reply(status, read(status.body())));
    };
  }

  private String written(Map<String, Object> body) {
    try {
      return json.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a message", e);
    }
  }

  /// What is no JSON says nothing.
  private JsonNode read(String body) {
    try {
      JsonNode node = json.readValue(body, Argument.of(JsonNode.class));
      return node == null ? JsonNode.nullNode() : node;
    } catch (IOException _) {
      return JsonNode.nullNode();
    }
  }
}
