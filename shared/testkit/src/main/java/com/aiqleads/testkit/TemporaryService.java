package com.aiqleads.testkit;

import com.aiqleads.local.services.LocalServices;
import com.aiqleads.local.services.Options;
import com.aiqleads.local.services.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;

/// A service in a data directory that goes with it.
record TemporaryService(LocalServices services, Path data) implements AutoCloseable {
  static TemporaryService start(Service service) {
    Path data = Path.of(System.getProperty("java.io.tmpdir"), "aiqleads-test-" + UUID.randomUUID());
    Options options = Options.defaults().only(service).forTemporaryData();
    return new TemporaryService(LocalServices.start(data, options), data);
  }

  @Override
  public void close() {
    services.close();
    try (var files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot delete " + data, failure);
    }
  }
}
