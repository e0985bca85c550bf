package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.Reason;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Reasons as the database keeps them.
record ReasonsJson(ObjectMapper json) {
  private static final Argument<List<Reason>> REASONS = Argument.listOf(Reason.class);

  String write(List<Reason> reasons) {
    try {
      return json.writeValueAsString(REASONS, reasons);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write reasons", e);
    }
  }

  List<Reason> read(String text) {
    try {
      return text.equals("[]") ? List.of() : json.readValue(text, REASONS);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read reasons", e);
    }
  }
}
