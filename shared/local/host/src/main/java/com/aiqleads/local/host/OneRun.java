package com.aiqleads.local.host;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/// Runs each scraper once and tells what came of it.
final class OneRun {

  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final Running cloud;
  private final Consumer<String> say;

  OneRun(Running cloud, Consumer<String> say) {
    this.cloud = cloud;
    this.say = say;
  }

  /// Answers whether nothing was dead-lettered or given up and, on fresh data, nothing lost.
  boolean run() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    long deadBefore = cloud.quiet().deadLetters();
    cloud.scrape();
    boolean finished = cloud.quiet().await(LIMIT);
    Tally.Figures figures = cloud.tally().figures();
    long dead = cloud.quiet().deadLetters() - deadBefore;
    table(figures, dead, Duration.ofNanos(System.nanoTime() - begin));
    if (!finished) {
      say.accept("not finished after " + LIMIT.toMinutes() + " minutes");
    }
    boolean complete = !cloud.fresh() || figures.lost() == 0;
    return finished && dead <= 0 && complete && cloud.quiet().givenUp() == 0;
  }

  /// On kept data a part of a listing's way may lie in an earlier run.
  private String lost(Tally.Figures figures) {
    return cloud.fresh() ? Long.toString(figures.lost()) : "not known, on kept data";
  }

  private void table(Tally.Figures figures, long dead, Duration time) {
    line("pages", figures.pages());
    line("leads in", figures.leads());
    line("jobs", figures.jobs());
    for (Map.Entry<String, Integer> reason : figures.refusedByReason().entrySet()) {
      line("refused: " + reason.getKey(), reason.getValue());
    }
    line("published", figures.published());
    line("duplicates merged", figures.merged());
    line("lost", lost(figures));
    line("dead letters", dead);
    line("scraper runs given up", cloud.quiet().givenUp());
    say.accept("%-40s %6.1f s".formatted("time", time.toMillis() / 1000.0));
  }

  private void line(String name, long number) {
    line(name, Long.toString(number));
  }

  private void line(String name, String what) {
    say.accept("%-40s %6s".formatted(name, what));
  }
}
