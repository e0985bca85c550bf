package com.aiqleads.marketplace.store;

import com.aiqleads.testkit.PostgresService;

/// Histories of a gateway, shuffled, doubled and lost: `-Pproof -Dproof=gateway-events`, so many as
/// `-Dproof.histories` says, from `-Dproof.seed` on.
public final class GatewayProof {
  private static final int TOGETHER = 500;

  private GatewayProof() {}

  public static void main(String[] arguments) throws InterruptedException {
    long histories = Long.getLong("proof.histories", 100_000);
    long first = Long.getLong("proof.seed", 1);
    GatewayRun run = new GatewayRun(PostgresService.forContext("marketplace"));
    long seed = first;
    long told = 0;
    for (long done = 0; done < histories; done += TOGETHER) {
      GatewayRun.Outcome outcome = run.run(seed, TOGETHER);
      if (!outcome.violations().isEmpty()) {
        outcome.violations().stream().distinct().limit(10).forEach(System.out::println);
        System.out.printf("seed: %d%nviolations: %d%n", seed, outcome.violations().size());
        System.exit(1);
      }
      told += outcome.told();
      seed++;
    }
    System.out.printf("seeds: %d to %d%n", first, seed - 1);
    System.out.printf("histories: %d%n", (seed - first) * TOGETHER);
    System.out.printf("messages: %d%n", told);
    System.out.println("violations: 0");
    System.exit(0);
  }
}
