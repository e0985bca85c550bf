package com.aiqleads.lambda;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// What Lambda hands to a function and gets back, by the function's own JSON. Handlers take streams
/// for it: for any other handler AWS's client has the framework start a second context, with every
/// bean of every library, only to read events.
@Singleton
public final class Payloads {

  private static final byte[] NOTHING = "null".getBytes(StandardCharsets.UTF_8);

  private final ObjectMapper json;

  Payloads(ObjectMapper json) {
    this.json = json;
  }

  /// Reads an event, has it handled and writes the answer, if there is one.
  public <I, O> void handle(
      InputStream input, OutputStream output, Argument<I> type, Function<I, O> handler)
      throws IOException {
    O answer = handler.apply(json.readValue(input, type));
    output.write(answer == null ? NOTHING : json.writeValueAsBytes(answer));
  }
}
