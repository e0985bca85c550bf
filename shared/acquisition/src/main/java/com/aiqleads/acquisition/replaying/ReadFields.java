package com.aiqleads.acquisition.replaying;

import com.aiqleads.acquisition.parsing.PageReading;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.acquisition.parsing.PageReading.RefusedListing;
import com.aiqleads.acquisition.parsing.ParsedListing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A reading as a flat list of paths and values: every component of every record in it, so that
/// nothing that a parser learns to read is forgotten here.
final class ReadFields {

  private static final String OUTCOME = "outcome";

  private final SortedMap<String, String> fields = new TreeMap<>();

  private ReadFields() {}

  static SortedMap<String, String> of(PageReading reading) {
    ReadFields all = new ReadFields();
    switch (reading) {
      case Refused refused -> all.fields.put(OUTCOME, "refused: " + refused.reason().code());
      case Read read -> all.add(read);
    }
    return all.fields;
  }

  private void add(Read read) {
    fields.put(OUTCOME, read.crowded() ? "read, and crowded" : "read");
    for (ParsedListing listing : read.listings()) {
      add(listing.listing().id().text(), listing);
    }
    for (RefusedListing refused : read.refused()) {
      fields.put(refused.id().text() + ".refused", refused.reason().code());
    }
  }

  private void add(String path, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Record parts -> addParts(path, parts);
      case List<?> many -> {
        for (int at = 0; at < many.size(); at++) {
          add(path + "[" + at + "]", many.get(at));
        }
      }
      case Map<?, ?> named -> named.forEach((name, each) -> add(path + "." + name, each));
      default -> fields.put(path, value.toString());
    }
  }

  private void addParts(String path, Record parts) {
    for (RecordComponent part : parts.getClass().getRecordComponents()) {
      try {
        add(path + "." + part.getName(), part.getAccessor().invoke(parts));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("cannot read " + part, e);
      }
    }
  }
}
