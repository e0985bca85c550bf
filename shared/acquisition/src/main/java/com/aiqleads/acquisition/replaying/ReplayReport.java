package com.aiqleads.acquisition.replaying;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What came of a replay.
///
/// @param pages how many were looked at
/// @param same of them read as before
/// @param changed of them read differently
/// @param expired of them not kept any more
/// @param unread of them never read by one of the two versions
/// @param fields how often each field differs
/// @param differences the first of them
/// @param next where to go on; null at the end of the range
public record ReplayReport(
    int pages,
    int same,
    int changed,
    int expired,
    int unread,
    SortedMap<String, Integer> fields,
    List<Difference> differences,
    @Nullable String next) {

  public ReplayReport {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    differences = List.copyOf(differences);
  }
}
