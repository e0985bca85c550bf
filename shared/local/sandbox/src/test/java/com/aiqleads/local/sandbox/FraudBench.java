package com.aiqleads.local.sandbox;

import com.aiqleads.local.sandbox.FraudRun.Figures;
import com.aiqleads.local.sandbox.FraudRun.Verdict;
import java.util.List;
import java.util.Locale;

/// How many planted frauds the rules refuse, and how many honest homes with them, in a world of a
/// seed that nobody looked at when the rules were made.
public final class FraudBench {

  /// The rules and their points were made with the seeds 1 to 4.
  static final long HELD_OUT = 40_961;

  static final double FLOOR = 0.9;
  private static final int HOMES = 10_000;

  private FraudBench() {}

  public static void main(String[] arguments) {
    long seed = Long.getLong("fraud.seed", HELD_OUT);
    List<Verdict> verdicts = FraudRun.of(seed, Integer.getInteger("fraud.homes", HOMES));
    Figures.byTrick(verdicts)
        .forEach((trick, refused) -> System.out.printf("%s: %s refused%n", trick, refused));
    if (Boolean.getBoolean("fraud.mistakes")) {
      FraudRun.mistakes(verdicts).forEach(System.out::println);
    }
    Figures figures = Figures.of(verdicts);
    System.out.printf("seed: %d%n", seed);
    System.out.printf("homes: %d%n", figures.frauds() + figures.honest());
    System.out.printf("frauds: %d%n", figures.frauds());
    System.out.printf(Locale.ROOT, "precision: %.3f%n", figures.precision());
    System.out.printf(Locale.ROOT, "recall: %.3f%n", figures.recall());
    if (figures.precision() < FLOOR || figures.recall() < FLOOR) {
      throw new IllegalStateException("too many frauds are sold, or honest homes refused");
    }
  }
}
