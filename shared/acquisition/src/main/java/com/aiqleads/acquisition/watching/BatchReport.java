package com.aiqleads.acquisition.watching;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one batch said, for whoever looks later.
///
/// @param fill of its records, the share that has each field
/// @param medians of its figures
public record BatchReport(
    Instant at,
    int pages,
    int records,
    SortedMap<String, Integer> outcomes,
    SortedMap<String, Double> fill,
    SortedMap<String, Double> medians,
    boolean passed,
    List<String> objections) {

  static BatchReport of(Batch batch, Watched.Verdict verdict, Instant at) {
    int records = batch.records().size();
    SortedMap<String, Double> fill = new TreeMap<>();
    SortedMap<String, Double> medians = new TreeMap<>();
    for (Field field : Field.values()) {
      int filled = batch.filled(field.id());
      if (field.isShown() && records > 0) {
        fill.put(field.id(), (double) filled / records);
      }
      if (field.isNumber() && filled > 0) {
        medians.put(field.id(), NumberJudge.median(batch.numbers(field)));
      }
    }
    return new BatchReport(
        at,
        batch.pages().size(),
        records,
        batch.outcomes(),
        fill,
        medians,
        verdict.passes(),
        verdict.objections().stream().map(each -> each.subject() + ": " + each.text()).toList());
  }
}
