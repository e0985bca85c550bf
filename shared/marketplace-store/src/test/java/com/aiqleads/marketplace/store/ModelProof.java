package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.store.ModelRun.Difference;
import com.aiqleads.testkit.PostgresService;
import java.util.Optional;

/// Random acts against a plain model: `-Pproof -Dproof=model`, `-Dproof.acts` of them (a million),
/// from `-Dproof.seed` on; the same seed is the same life.
public final class ModelProof {
  private static final int ACTS_OF_A_LIFE = 500;

  private ModelProof() {}

  public static void main(String[] arguments) {
    long acts = Long.getLong("proof.acts", 1_000_000);
    long first = Long.getLong("proof.seed", 1);
    long lives = Math.ceilDiv(acts, ACTS_OF_A_LIFE);
    long start = System.nanoTime();
    try (ModelRun run = new ModelRun(PostgresService.forContext("marketplace"))) {
      for (long seed = first; seed < first + lives; seed++) {
        Optional<Difference> difference = run.live(seed, ACTS_OF_A_LIFE);
        if (difference.isPresent()) {
          System.out.println(difference.get());
          System.out.println("violations: 1");
          System.exit(1);
        }
      }
    }
    System.out.printf("seeds: %d to %d%n", first, first + lives - 1);
    System.out.printf("acts: %d%n", lives * ACTS_OF_A_LIFE);
    System.out.printf("seconds: %.0f%n", (System.nanoTime() - start) / 1e9);
    System.out.println("violations: 0");
    System.exit(0);
  }
}
