package com.aiqleads.local.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The classes of one service, loaded and linked ahead of time: it starts with half the processor
/// time. Its name carries what it was made from, so that a stale one is never used.
record AotCache(Path folder, String key) {
  static AotCache of(Path folder, List<Path> jars, List<String> jvmOptions) throws IOException {
    var made = new StringBuilder(System.getProperty("java.vm.version")).append(jvmOptions);
    for (Path jar : jars) {
      made.append(jar).append(Files.size(jar)).append(Files.getLastModifiedTime(jar).toMillis());
    }
    var sum = new CRC32C();
    sum.update(made.toString().getBytes(StandardCharsets.UTF_8));
    return new AotCache(folder, Long.toHexString(sum.getValue()));
  }

  Path file() {
    return folder.resolve("classes-" + key + ".aot");
  }

  Optional<Path> existing() {
    return Optional.of(file()).filter(Files::exists);
  }

  void deleteOthers() throws IOException {
    try (var files = Files.newDirectoryStream(folder, "classes-*.aot")) {
      for (Path file : files) {
        if (!file.equals(file())) {
          Files.delete(file);
        }
      }
    }
  }
}
