package com.aiqleads.platform.checkhealth;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import org.opensearch.client.json.JsonpDeserializer;
import org.opensearch.client.json.JsonpMapperBase;

/// Reads the client's own types and no others: the mappers that it brings need jackson-databind or
/// JSON-B, which a function does not carry.
final class TypesOnly extends JsonpMapperBase {

  private static final JsonProvider PROVIDER = JsonProvider.provider();

  @Override
  public JsonProvider jsonProvider() {
    return PROVIDER;
  }

  @Override
  public <T> void serialize(T value, JsonGenerator generator) {
    throw new UnsupportedOperationException("only answers are read: " + value.getClass());
  }

  @Override
  protected <T> JsonpDeserializer<T> getDefaultDeserializer(Class<T> type) {
    throw new UnsupportedOperationException("not a type of the client: " + type);
  }
}
