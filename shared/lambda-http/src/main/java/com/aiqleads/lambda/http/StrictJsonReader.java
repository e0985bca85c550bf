package com.aiqleads.lambda.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Reads request bodies into records and names every wrong field, where the framework's reader
/// stops at the first and ignores what it does not know.
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
@Consumes(MediaType.APPLICATION_JSON)
final class StrictJsonReader<T> implements MessageBodyReader<T> {

  private final ObjectMapper json;

  StrictJsonReader(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public boolean isReadable(Argument<T> type, MediaType mediaType) {
    return type.getType().isRecord()
        && BeanIntrospector.SHARED.findIntrospection(type.getType()).isPresent();
  }

  @Override
  public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream body) {
    return new StrictJson(json).read(tree(body), type);
  }

  private JsonNode tree(InputStream body) {
    try {
      byte[] text = body.readAllBytes();
      JsonNode tree = json.readValue(text, Argument.of(JsonNode.class));
      if (tree == null || !tree.isObject()) {
        throw new BadInput("body", "must be a JSON object");
      }
      refuseDoubled(text);
      return tree;
    } catch (IOException _) {
      throw new BadInput("body", "is not JSON");
    }
  }

  private static void refuseDoubled(byte[] text) throws IOException {
    List<WrongField> wrong =
        DoubledFields.in(text).stream()
            .limit(StrictJson.MAX_WRONG_FIELDS)
            .map(name -> new WrongField(StrictJson.printable(name), "stands twice"))
            .toList();
    if (!wrong.isEmpty()) {
      throw new BadInput(wrong);
    }
  }
}
