package com.aiqleads.acquisition.watching;

import java.io.IOException;

/// Pages of 10 MB of every site through what a scraper and parse-page do with them, each within the
/// heap of its function: `-Pbench -Dbench=memory`.
public final class MemoryBench {

  private MemoryBench() {}

  public static void main(String[] arguments) throws IOException {
    HugePageRun scraper = HugePageRun.of("scrape-zillow", "scrape");
    HugePageRun parser = HugePageRun.of("parse-page", "parse");
    scraper.lines().forEach(line -> System.out.println("scraper " + line));
    parser.lines().forEach(line -> System.out.println("parse-page " + line));
    print("scraper", scraper);
    print("parse-page", parser);
    System.exit(scraper.status() + parser.status());
  }

  private static void print(String function, HugePageRun run) {
    System.out.printf("%s-heap: %d MB%n", function, run.heapMegabytes());
    System.out.printf("%s-peak: %d MB%n", function, run.peakMegabytes());
  }
}
