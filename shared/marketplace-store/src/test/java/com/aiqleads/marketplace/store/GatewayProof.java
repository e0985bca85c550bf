package com.aiqleads.marketplace.store;

import com.aiqleads.testkit.PostgresService;
import java.util.List;

/// Histories of a gateway, shuffled, doubled and lost: `-Pproof -Dproof=gateway-events`, so many as
/// `-Dproof.histories` says, from `-Dproof.seed` on.
public final class GatewayProof {
  private static final int TOGETHER = 500;

  private GatewayProof() {}

  public static void main(String[] arguments) throws InterruptedException {
    long histories = Long.getLong("proof.histories", 100_000);
    long first = Long.getLong("proof.seed", 1);
    long seed = first;
    long told = 0;
    try (GatewayRun run = new GatewayRun(PostgresService.forContext("marketplace"))) {
      for (long done = 0; done < histories; done += TOGETHER) {
        GatewayRun.Outcome outcome = run.run(seed, TOGETHER);
        stopIfWrong(seed, outcome.violations());
        told += outcome.told();
        seed++;
      }
    }
    System.out.printf("seeds: %d to %d%n", first, seed - 1);
    System.out.printf("histories: %d%n", (seed - first) * TOGETHER);
    System.out.printf("messages: %d%n", told);
    System.out.println("violations: 0");
    System.exit(0);
  }

  private static void stopIfWrong(long seed, List<String> violations) {
    if (!violations.isEmpty()) {
      violations.stream().distinct().limit(10).forEach(System.out::println);
      System.out.printf("seed: %d%nviolations: %d%n", seed, violations.size());
      System.exit(1);
    }
  }
}
