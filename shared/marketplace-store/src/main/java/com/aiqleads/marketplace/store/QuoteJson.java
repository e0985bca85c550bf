package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.pricing.Circumstances;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What a price was made of, as the database keeps it.
record QuoteJson(ObjectMapper json) {

  String write(Circumstances circumstances) {
    try {
      return json.writeValueAsString(circumstances);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write circumstances", e);
    }
  }

  Circumstances read(String text) {
    try {
      return json.readValue(text, Circumstances.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read circumstances", e);
    }
  }
}
