package com.aiqleads.local.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;

/// Which day it is in the sandbox: that of the first start on the data, so that its pages stay as
/// they were, and its homes are as young as on the market.
final class SandboxDay {

  private static final String FILE = "sandbox-day";

  private SandboxDay() {}

  static LocalDate of(DataDirectory data, LocalDate today) {
    Path file = data.path().resolve(FILE);
    try {
      if (Files.exists(file)) {
        return LocalDate.parse(Files.readString(file).strip());
      }
      Files.writeString(file, today + "\n");
      return today;
    } catch (DateTimeException _) {
      throw new StartRefused(
          "%s does not hold a day such as %s: delete it, and the sandbox begins anew today"
              .formatted(file, today));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the day of the sandbox in " + file, e);
    }
  }
}
