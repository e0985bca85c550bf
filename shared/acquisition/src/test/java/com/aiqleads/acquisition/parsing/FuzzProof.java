package com.aiqleads.acquisition.parsing;

import java.util.List;

/// A million damaged pages: `-Pproof -Dproof=fuzz-parsers`.
public final class FuzzProof {

  private static final long EXECUTIONS = 1_200_000;

  /// Not those that every build reads.
  private static final long FIRST_SEED = 1_000_000_000L;

  private FuzzProof() {}

  public static void main(String[] arguments) throws InterruptedException {
    String seed = System.getProperty("proof.seed", "");
    ParserFuzz fuzz = new ParserFuzz(FuzzProof::hung);
    if (!seed.isEmpty()) {
      System.out.println(fuzz.damaged(Long.parseLong(seed)));
    }
    List<ParserFuzz.Failure> failures =
        seed.isEmpty()
            ? fuzz.run(FIRST_SEED, EXECUTIONS, Runtime.getRuntime().availableProcessors())
            : fuzz.run(Long.parseLong(seed), 1, 1);
    failures.forEach(System.out::println);
    System.out.println("executions: " + (seed.isEmpty() ? EXECUTIONS : 1));
    System.out.println("seeds: " + (seed.isEmpty() ? FIRST_SEED : seed));
    System.out.println("failures: " + failures.size());
    System.exit(failures.isEmpty() ? 0 : 1);
  }

  /// Nothing can end a thread that computes.
  private static void hung(ParserFuzz.Failure failure) {
    System.out.println(failure);
    System.out.println("failures: 1");
    Runtime.getRuntime().halt(1);
  }
}
