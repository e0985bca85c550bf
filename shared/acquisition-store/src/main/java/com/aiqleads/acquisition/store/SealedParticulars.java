package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.parsing.Conflict;
import com.aiqleads.acquisition.parsing.Conflict.Reading;
import com.aiqleads.acquisition.parsing.Particulars;
import com.aiqleads.lambda.FieldCipher;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Particulars as encrypted texts: an address stands in a conflict, a seller's page beside it.
record SealedParticulars(Supplier<FieldCipher> cipher, ObjectMapper json) {

  @Serdeable
  record Clear(
      @Nullable String otherId,
      @Nullable Instant postedAt,
      @Nullable Instant updatedAt,
      @Nullable Instant expiresAt,
      @Nullable String sellerUrl,
      boolean byBroker,
      boolean contactHidden,
      @Nullable Map<String, String> attributes,
      @Nullable List<ClearConflict> conflicts) {}

  @Serdeable
  record ClearConflict(String field, List<ClearReading> readings) {}

  @Serdeable
  record ClearReading(String path, String value) {}

  String seal(Particulars said) {
    Clear clear =
        new Clear(
            said.otherId(),
            said.postedAt(),
            said.updatedAt(),
            said.expiresAt(),
            said.sellerUrl(),
            said.byBroker(),
            said.contactHidden(),
            said.attributes(),
            said.conflicts().stream().map(SealedParticulars::clear).toList());
    try {
      return cipher.get().encrypt(json.writeValueAsString(clear));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write particulars", e);
    }
  }

  Particulars open(String sealed) {
    Clear clear = read(cipher.get().decrypt(sealed));
    return new Particulars(
        clear.otherId(),
        clear.postedAt(),
        clear.updatedAt(),
        clear.expiresAt(),
        clear.sellerUrl(),
        clear.byBroker(),
        clear.contactHidden(),
        Objects.requireNonNullElse(clear.attributes(), Map.of()),
        Objects.requireNonNullElse(clear.conflicts(), List.<ClearConflict>of()).stream()
            .map(SealedParticulars::conflict)
            .toList());
  }

  private static ClearConflict clear(Conflict conflict) {
    return new ClearConflict(
        conflict.field(),
        conflict.readings().stream()
            .map(reading -> new ClearReading(reading.path(), reading.value()))
            .toList());
  }

  private static Conflict conflict(ClearConflict clear) {
    return new Conflict(
        clear.field(),
        clear.readings().stream()
            .map(reading -> new Reading(reading.path(), reading.value()))
            .toList());
  }

  private Clear read(String clear) {
    try {
      return json.readValue(clear, Clear.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read particulars", e);
    }
  }
}
