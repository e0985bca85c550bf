package com.aiqleads.marketplace.store;

import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Races without end: `-Pproof -Dproof=races`, for `-Dproof.minutes`; with `-Dproof.seed` one
/// seed again.
public final class RaceProof {
  private static final int[] RACERS = {2, 10, 100, 1_000};
  private static final int SLOTS = 5;
  private static final int ACTS = 2_000;

  private RaceProof() {}

  public static void main(String[] arguments) {
    long minutes = Long.getLong("proof.minutes", 10);
    long seed = Long.getLong("proof.seed", 1);
    Instant end = Instant.now().plus(Duration.ofMinutes(minutes));
    PostgresService postgres = PostgresService.forContext("marketplace");
    long acts = 0;
    long held = 0;
    long bought = 0;
    long first = seed;
    try (Races races = new Races(postgres)) {
      do {
        for (int racers : RACERS) {
          int slots = Math.toIntExact(1 + (seed + racers) % SLOTS);
          Races.Outcome outcome = races.run(seed, racers, slots, ACTS);
          stopIfWrong(outcome, racers, slots);
          acts += outcome.acts();
          held += outcome.held();
          bought += outcome.bought();
        }
        seed++;
      } while (Instant.now().isBefore(end));
    }
    System.out.printf("seeds: %d to %d%n", first, seed - 1);
    System.out.printf("acts: %d%n", acts);
    System.out.printf("held: %d%n", held);
    System.out.printf("bought: %d%n", bought);
    System.out.println("violations: 0");
    System.exit(0);
  }

  private static void stopIfWrong(Races.Outcome outcome, int racers, int slots) {
    List<String> violations = outcome.violations();
    if (!violations.isEmpty()) {
      violations.stream().distinct().limit(10).forEach(System.out::println);
      System.out.printf("seed: %d%nracers: %d%nslots: %d%n", outcome.seed(), racers, slots);
      System.out.printf("violations: %d%n", violations.size());
      System.exit(1);
    }
  }
}
