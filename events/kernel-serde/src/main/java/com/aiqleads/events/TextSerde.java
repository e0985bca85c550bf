package com.aiqleads.events;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.IOException;
import java.util.function.Function;

/// A type that is one plain string in JSON.
final class TextSerde<T> implements Serde<T> {

  private final Function<String, T> read;
  private final Function<T, String> write;

  TextSerde(Function<String, T> read, Function<T, String> write) {
    this.read = read;
    this.write = write;
  }

  @Override
  public void serialize(
      Encoder encoder, EncoderContext context, Argument<? extends T> type, T value)
      throws IOException {
    encoder.encodeString(write.apply(value));
  }

  @Override
  public T deserialize(Decoder decoder, DecoderContext context, Argument<? super T> type)
      throws IOException {
    try {
      return read.apply(decoder.decodeString());
    } catch (IllegalArgumentException e) {
      throw new SerdeException(e.getMessage(), e);
    }
  }
}
