package com.aiqleads.acquisition.replaying;

import com.aiqleads.acquisition.parsing.PageReading;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one version of a parser read of a page, field by field. Personal: its text form hides it.
///
/// @param fields by path: the id of the listing and the names of what it says
public record KeptReading(KeptPage page, String parserVersion, SortedMap<String, String> fields) {

  public KeptReading {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  public static KeptReading of(KeptPage page, String parserVersion, PageReading reading) {
    return new KeptReading(page, parserVersion, ReadFields.of(reading));
  }

  @Override
  public String toString() {
    return page.id().text() + " by " + parserVersion + ": " + fields.size() + " fields";
  }
}
