package com.aiqleads.local.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A ZIP code and about where its middle is.
record ZipArea(String zip, String city, String state, double latitude, double longitude) {

  private static final String TABLE = "/com/aiqleads/acquisition/zips.csv";

  static List<ZipArea> all() {
    try (InputStream table = ZipArea.class.getResourceAsStream(TABLE)) {
      String text =
          new String(Objects.requireNonNull(table, TABLE).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(ZipArea::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ZipArea parse(String line) {
    String[] cell = line.split(",");
    return new ZipArea(
        cell[0], cell[1], cell[2], Double.parseDouble(cell[3]), Double.parseDouble(cell[4]));
  }
}
