package com.aiqleads.marketplace.store;

import com.aiqleads.testkit.PostgresService;

/// Orders by card, killed at each step, followed by each who may come next:
/// `-Pproof -Dproof=kill-checkout`, so many rounds as `-Dproof.rounds` says, from
/// `-Dproof.seed` on.
public final class KillProof {
  private static final int PARTS = 2;

  private KillProof() {}

  public static void main(String[] arguments) {
    long rounds = Long.getLong("proof.rounds", 4);
    long first = Long.getLong("proof.seed", 1);
    KillRun run = new KillRun(PostgresService.forContext("marketplace"));
    long kills = 0;
    for (long seed = first; seed < first + rounds; seed++) {
      KillRun.Outcome outcome = run.run(seed, PARTS);
      if (!outcome.violations().isEmpty()) {
        outcome.violations().stream().distinct().limit(10).forEach(System.out::println);
        System.out.printf("seed: %d%nviolations: %d%n", seed, outcome.violations().size());
        System.exit(1);
      }
      kills += outcome.kills();
    }
    System.out.printf("seeds: %d to %d%n", first, first + rounds - 1);
    System.out.printf("kills: %d%n", kills);
    System.out.println("violations: 0");
    System.exit(0);
  }
}
