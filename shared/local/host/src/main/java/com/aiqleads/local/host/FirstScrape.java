package com.aiqleads.local.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether the scrapers have ever been told to run on this data: marked when they have been, since
/// a start that was refused half-way leaves files, and an empty shop.
///
/// @param due whether they had not, when this was asked
record FirstScrape(Path mark, boolean due) {

  private static final String MARK = "scraped";

  static FirstScrape on(DataDirectory data) {
    Path mark = data.path().resolve(MARK);
    return new FirstScrape(mark, !Files.exists(mark));
  }

  void submitted() {
    try {
      Files.writeString(mark, "The scrapers have been told to run on this data.\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot mark the first scrape in " + mark, e);
    }
  }
}
