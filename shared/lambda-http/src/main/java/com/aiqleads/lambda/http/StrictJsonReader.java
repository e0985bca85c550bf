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
      JsonNode tree = json.readValue(body, Argument.of(JsonNode.class));
      if (tree == null || !tree.isObject()) {
        throw new BadInput("body", "must be a JSON object");
      }
      return tree;
    } catch (IOException _) {
      throw new BadInput("body", "is not JSON");
    }
  }
}
