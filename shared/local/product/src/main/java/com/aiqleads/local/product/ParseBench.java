package com.aiqleads.local.product;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.JobPage;
import com.aiqleads.acquisition.parsing.JobPageParser;
import com.aiqleads.acquisition.parsing.JobReading;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageReading;
import com.aiqleads.local.product.ParsePages.Shown;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Our parsers and Scrapy's selectors over the same pages, in turns. What counts is the processor
/// time of each process, our compiler's and collector's included, so that other work on the machine
/// does not.
final class ParseBench {

  private static final int ROUNDS = 5;

  /// Ours are read so often in a round, as one reading is too short for the clock.
  private static final int TIMES = 20;

  /// Of processor time, so that a busy machine warms as long.
  private static final Duration WARM_UP = Duration.ofSeconds(60);

  private static final Instant FETCHED_AT = Instant.parse("2026-11-22T12:00:00Z");
  private static final double LEAST_ALIKE = 0.99;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /// Pages of one kind, and the milliseconds of processor time of one page in each round.
  private record Kind(String name, List<Shown> pages, List<Double> ours, List<Double> scrapys) {

    static Kind of(String name, List<Shown> pages) {
      return new Kind(name, pages, new ArrayList<>(), new ArrayList<>());
    }

    double own() {
      return median(ours);
    }

    double scrapy() {
      return median(scrapys);
    }

    private static double median(List<Double> all) {
      return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }
  }

  Figures run() throws IOException {
    List<Kind> kinds = new ArrayList<>();
    ParsePages.all().forEach((name, pages) -> kinds.add(Kind.of(name, pages)));
    List<Shown> pages = kinds.stream().flatMap(kind -> kind.pages().stream()).toList();
    try (ScrapyReader scrapy = ScrapyReader.of(pages)) {
      ParseAgreement agreement = ParseAgreement.of(pages, scrapy.items());
      warmUp(pages);
      scrapy.round();
      for (int round = 0; round < ROUNDS; round++) {
        measure(kinds, scrapy);
      }
      return figures(kinds, pages, agreement);
    }
  }

  private static void warmUp(List<Shown> pages) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long begun = clock.getCurrentThreadCpuTime();
    while (clock.getCurrentThreadCpuTime() - begun < WARM_UP.toNanos()) {
      pages.forEach(ParseBench::read);
    }
  }

  private void measure(List<Kind> kinds, ScrapyReader scrapy) throws IOException {
    kinds.forEach(kind -> kind.ours().add(ownMs(kind.pages()) / kind.pages().size()));
    JsonNode seconds = scrapy.round();
    for (Kind kind : kinds) {
      kind.scrapys().add(seconds.path(kind.name()).asDouble() * 1_000 / kind.pages().size());
    }
  }

  private double ownMs(List<Shown> pages) {
    long begun = system.getProcessCpuTime();
    for (int times = 0; times < TIMES; times++) {
      pages.forEach(ParseBench::read);
    }
    return (system.getProcessCpuTime() - begun) / 1e6 / TIMES;
  }

  /// From the bytes on, as both sides get them.
  static List<Object> read(Shown page) {
    return JobBoard.find(page.source())
        .map(board -> readJobs(board, page))
        .orElseGet(() -> readHomes(page));
  }

  private static List<Object> readJobs(JobBoard board, Shown page) {
    JobPage jobs = new JobPage(board, page.url(), page.text(), FETCHED_AT);
    return JobPageParser.of(board).read(jobs) instanceof JobReading.Read read
        ? List.copyOf(read.jobs())
        : List.of();
  }

  private static List<Object> readHomes(Shown page) {
    Source source = Source.find(page.source()).orElseThrow();
    Page homes = new Page(source, page.url(), page.text(), FETCHED_AT);
    return PageParser.of(source).read(homes) instanceof PageReading.Read read
        ? List.copyOf(read.listings())
        : List.of();
  }

  private static Figures figures(List<Kind> kinds, List<Shown> pages, ParseAgreement agreement) {
    Figures figures = Figures.of();
    double own = 0;
    double scrapys = 0;
    for (Kind kind : kinds) {
      own += kind.own() * kind.pages().size();
      scrapys += kind.scrapy() * kind.pages().size();
      System.out.printf("%s: %s%n", kind.name(), ParsePages.sizes(kind.pages()));
      figures
          .with(kind.name(), 1_000 / kind.own(), "pages/s")
          .with(kind.name() + "-ratio", kind.scrapy() / kind.own(), "");
    }
    System.out.printf("all: %s%n", ParsePages.sizes(pages));
    agreement.differences().forEach(System.out::println);
    figures
        .with("alike", agreement.share() * 100, "%")
        .with("scrapy", pages.size() * 1_000 / scrapys, "pages/s")
        .with("parse", pages.size() * 1_000 / own, "pages/s")
        .with("ratio-to-scrapy", scrapys / own, "");
    if (agreement.share() < LEAST_ALIKE) {
      figures.print();
      throw new IllegalStateException("the two do not read the same: this compares unlike work");
    }
    return figures;
  }
}
