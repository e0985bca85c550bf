package com.aiqleads.acquisition.replaying;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Readings that end with the process.
public final class InMemoryKeptReadings implements KeptReadings {

  private final SortedMap<String, SortedMap<String, KeptReading>> pages = new TreeMap<>();

  @Override
  public void keep(KeptReading reading) {
    KeptPage page = reading.page();
    String place = page.market() + " " + page.fetchedAt() + " " + page.id().text();
    pages.computeIfAbsent(place, _ -> new TreeMap<>()).put(reading.parserVersion(), reading);
  }

  @Override
  public Stream<ReadPage> in(Range range, @Nullable String after) {
    return pages.entrySet().stream()
        .filter(each -> after == null || each.getKey().compareTo(after) > 0)
        .map(each -> new ReadPage(each.getKey(), new ArrayList<>(each.getValue().values())))
        .filter(each -> isIn(range, each.page()));
  }

  private static boolean isIn(Range range, KeptPage page) {
    return page.source().equals(range.source().id())
        && (range.market() == null || page.market().equals(range.market()))
        && range.holds(page.fetchedAt());
  }

  public List<KeptReading> all() {
    return pages.values().stream().flatMap(versions -> versions.values().stream()).toList();
  }
}
