package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.returns.Facts;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What a return was decided by, as the database keeps it.
record FactsJson(ObjectMapper json) {

  String write(Facts facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write facts", e);
    }
  }

  Facts read(String text) {
    try {
      return json.readValue(text, Facts.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read facts", e);
    }
  }
}
