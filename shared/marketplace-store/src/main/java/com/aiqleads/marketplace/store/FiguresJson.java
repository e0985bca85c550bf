package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.pricing.Figures;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Figures of a price book as the database keeps them.
record FiguresJson(ObjectMapper json) {

  String write(Figures figures) {
    try {
      return json.writeValueAsString(figures);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write figures", e);
    }
  }

  Figures read(String text) {
    try {
      return json.readValue(text, Figures.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read figures", e);
    }
  }
}
