package com.aiqleads.testkit;

import com.aiqleads.local.services.LocalServices;
import com.aiqleads.local.services.Options;
import com.aiqleads.local.services.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/// The services of this JVM: each starts when the first test class asks for it, in a temporary data
/// directory, and ends with the JVM.
final class RunningServices {
  private static final Map<Service, LocalServices> RUNNING = new EnumMap<>(Service.class);

  private RunningServices() {}

  static synchronized LocalServices with(Service service) {
    return RUNNING.computeIfAbsent(service, RunningServices::start);
  }

  private static LocalServices start(Service service) {
    try {
      Path data = Files.createTempDirectory("aiqleads-test-");
      var services = LocalServices.start(data, Options.defaults().only(service));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(services, data)));
      return services;
    } catch (IOException failure) {
      throw new UncheckedIOException("no temporary data directory", failure);
    }
  }

  private static void end(LocalServices services, Path data) {
    services.close();
    try (var files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot delete " + data, failure);
    }
  }
}
