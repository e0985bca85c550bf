package com.aiqleads.local.sandbox;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts who came when: what proves that a visitor was polite.
final class Visits {

  private static final int MAX_KEPT = 200_000;
  private static final long WINDOW_MILLIS = 1_000;

  private final InstantSource clock;
  private final Map<String, List<Long>> arrivals = new LinkedHashMap<>();
  private final Map<Integer, Integer> answers = new LinkedHashMap<>();
  private int forbidden;

  Visits(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void arrived(String site, String path) {
    List<Long> times = arrivals.computeIfAbsent(site, _ -> new ArrayList<>());
    if (times.size() < MAX_KEPT) {
      times.add(clock.millis());
    }
    if (RobotsFile.forbids(path)) {
      forbidden++;
    }
  }

  synchronized void answered(int status) {
    answers.merge(status, 1, Integer::sum);
  }

  synchronized Answer answer() {
    Map<String, Object> sites = new LinkedHashMap<>();
    arrivals.forEach(
        (site, times) ->
            sites.put(
                site,
                ByOwnerSite.ordered("requests", times.size(), "busiestSecond", busiest(times))));
    return Answer.json(
        ByOwnerSite.ordered(
            "sites", sites, "answers", new TreeMap<>(answers), "forbiddenByRobots", forbidden));
  }

  private static int busiest(List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (sorted.get(last) - sorted.get(first) >= WINDOW_MILLIS) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
