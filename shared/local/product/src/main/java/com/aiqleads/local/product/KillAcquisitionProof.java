package com.aiqleads.local.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/// Kills every function of acquisition, in the middle of whatever it does, again and again while
/// the sandbox is scraped; then lets the rest come to its end. What acquisition, and the market it
/// feeds, hold then must say the same as after a run that nobody disturbed.
final class KillAcquisitionProof {

  static final List<String> FUNCTIONS =
      List.of(
          "scrape-craigslist",
          "scrape-facebook",
          "scrape-fsbo",
          "scrape-linkedin",
          "scrape-zillow",
          "parse-page",
          "validate-lead",
          "resolve-lead",
          "resolve-employer",
          "score-lead",
          "keep-lineage",
          "keep-refusals",
          "watch-sources");

  private static final int HOMES = 200;
  private static final int STORMS = 2;
  private static final Duration STORM = Duration.ofSeconds(75);
  private static final int LONGEST_PAUSE_MS = 1_500;
  private static final long SEED = 20_261_122;

  private final Random random = new Random(SEED);
  private final SandboxPasses passes = SandboxPasses.of(HOMES);
  private final Map<String, Integer> kills = new LinkedHashMap<>();

  Figures run() throws Exception {
    Path calm = Files.createTempDirectory("aiqleads-calm");
    Path stormy = Files.createTempDirectory("aiqleads-stormy");
    Map<String, String> expected = passes.whole(calm, AcquisitionState::read);
    for (int storm = 0; storm < STORMS; storm++) {
      storm(stormy);
    }
    Figures figures = verdict(expected, passes.whole(stormy, AcquisitionState::read), stormy);
    Scratch.delete(calm);
    Scratch.delete(stormy);
    return figures;
  }

  /// Ends as a power cut does.
  private void storm(Path data) throws IOException {
    RunningProduct product = passes.inProcesses(data);
    long end = System.nanoTime() + STORM.toNanos();
    List<String> turns = new ArrayList<>();
    while (System.nanoTime() < end && ProcessHandle.of(product.pid()).isPresent()) {
      if (turns.isEmpty()) {
        turns.addAll(FUNCTIONS);
        Collections.shuffle(turns, random);
      }
      String victim = turns.removeLast();
      if (ProcessTree.of(product.pid()).killFunction("acquisition", victim)) {
        kills.merge(victim, 1, Integer::sum);
      }
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MS)).toNanos());
    }
    product.kill();
  }

  private Figures verdict(Map<String, String> expected, Map<String, String> found, Path data) {
    Set<String> lost = new TreeSet<>(expected.keySet());
    lost.removeAll(found.keySet());
    Set<String> changed = new TreeSet<>();
    found.forEach(
        (what, says) -> {
          if (!says.equals(expected.get(what))) {
            changed.add(what);
          }
        });
    kills.forEach((function, times) -> System.out.println("killed " + function + ": " + times));
    lost.forEach(what -> System.out.println("lost " + what));
    changed.forEach(
        what ->
            System.out.printf(
                "changed %s:%n  %s%n  %s%n", what, expected.get(what), found.get(what)));
    Figures figures =
        Figures.of()
            .with("facts", expected.size(), "")
            .with("functions", kills.size(), "")
            .with("kills", kills.values().stream().mapToInt(Integer::intValue).sum(), "")
            .with("lost", lost.size(), "")
            .with("changed", changed.size(), "");
    if (!lost.isEmpty() || !changed.isEmpty() || kills.size() < FUNCTIONS.size()) {
      figures.print();
      throw new IllegalStateException(
          "something was lost or changed, or a function never killed; see " + data);
    }
    return figures;
  }
}
