package com.aiqleads.local.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/// What the build left of one service: shared/local/<service>/target/service.
record ServiceFolder(Service service, Path path) {
  static ServiceFolder of(Service service, Options options) {
    return new ServiceFolder(
        service,
        options.repository().resolve("shared/local/" + service.folder() + "/target/service"));
  }

  /// The JVM options that every run of the service has, also the one that makes its AOT cache.
  List<String> jvmOptions() {
    var all = new ArrayList<>(service.jvmOptions());
    all.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Djava.net.preferIPv4Stack=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            jars().stream()
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")))));
    return all;
  }

  AotCache aotCache() {
    var sum = new CRC32C();
    sum.update(Io.unchecked(this::madeFrom).getBytes(StandardCharsets.UTF_8));
    return AotCache.of(path, "classes", sum);
  }

  private String madeFrom() throws IOException {
    var made = new StringBuilder().append(service.jvmOptions());
    for (Path jar : jars()) {
      made.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar).toMillis());
    }
    return made.toString();
  }

  /// Gives our own jars a time that says their content: the build writes them anew each time, and
  /// the JVM refuses a cache whose jars have other times than when it was made.
  void settle() throws IOException {
    for (Path jar : jars()) {
      if (jar.toString().endsWith("-SNAPSHOT.jar")) {
        var sum = new CRC32C();
        sum.update(Files.readAllBytes(jar));
        Files.setLastModifiedTime(jar, FileTime.from(sum.getValue() / 4, TimeUnit.SECONDS));
      }
    }
  }

  private List<Path> jars() {
    Path lib = path.resolve("lib");
    if (!Files.isDirectory(lib)) {
      throw new ServiceFailed("%s is missing: build shared/local first".formatted(lib));
    }
    return Io.unchecked(() -> jarsIn(lib));
  }

  private static List<Path> jarsIn(Path lib) throws IOException {
    try (var files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
