package com.aiqleads.local.services;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;

/// Makes the AOT caches of services: starts each on empty data, stops it, and has the JVM keep the
/// classes that this took. The build runs it (shared/local/services/pom.xml); it does nothing where
/// a cache already fits.
public final class Training {
  private Training() {}

  /// Arguments: none; the repository is told by the system property `repository.root`.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    for (Service service : Service.values()) {
      train(service, Options.defaults());
    }
  }

  static void train(Service service, Options options) throws IOException, InterruptedException {
    var folder = ServiceFolder.of(service, options);
    folder.settle();
    var cache = folder.aotCache();
    if (!service.hasAotCache() || cache.existing().isPresent()) {
      return;
    }
    Path draft = Files.createTempDirectory(folder.path(), "training-");
    try {
      Path recording = draft.resolve("recording");
      LocalServices.start(draft.resolve("data"), options.only(service), Optional.of(recording))
          .close();
      Path made = assemble(folder, recording, draft);
      Files.move(made, cache.file(), StandardCopyOption.ATOMIC_MOVE);
      cache.deleteOthers();
    } finally {
      delete(draft);
    }
  }

  static Path assemble(ServiceFolder folder, Path recording, Path draft)
      throws IOException, InterruptedException {
    Path made = draft.resolve("classes.aot");
    var command = new ArrayList<String>();
    command.add(ServiceProcess.javaProgram());
    command.addAll(folder.jvmOptions());
    command.add("-XX:AOTMode=create");
    command.add("-XX:AOTConfiguration=" + recording);
    command.add("-XX:AOTCache=" + made);
    Path log = draft.resolve("log");
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()))
            .start()
            .waitFor();
    if (status != 0) {
      throw new ServiceFailed("no AOT cache for " + folder.path() + ": " + Files.readString(log));
    }
    return made;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
