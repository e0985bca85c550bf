package com.aiqleads.local.host;

import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.schedule.Schedules;
import java.net.URI;

/// The parts of a started local cloud that its owner talks to.
public record Running(
    Doors doors,
    URI sandbox,
    String provider,
    FirstScrape firstScrape,
    FunctionHost functions,
    Schedules schedules,
    Quiet quiet,
    Tally tally) {

  private static final String SCRAPER = "-scrape-";

  String addresses() {
    return "console %s/console  api %s  aws %s  admin %s  sandbox %s  provider %s"
        .formatted(
            doors.gateway().address(),
            doors.gateway().address(),
            doors.aws().address(),
            doors.admin().address(),
            sandbox,
            provider);
  }

  /// Whether nothing had been scraped into the data before this start.
  boolean fresh() {
    return firstScrape.due();
  }

  /// Fires each scraper's schedule now, if none was ever fired on this data.
  void scrapeFirst() {
    if (fresh()) {
      scrape();
    }
  }

  /// Fires each scraper's schedule now.
  void scrape() {
    schedules.entries().stream()
        .filter(Running::scrapes)
        .forEach(entry -> schedules.fire(entry.functionId()));
    firstScrape.submitted();
  }

  static boolean scrapes(Schedules.Entry entry) {
    return entry.functionId().contains(SCRAPER);
  }
}
