package com.aiqleads.local.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Checksum;

/// The classes of one program, loaded and linked ahead of time: it starts with half the processor
/// time. Its name carries what it was made from, so that a stale one is never used.
///
/// @param name of the program, apart from other programs in the folder
public record AotCache(Path folder, String name, String key) {

  /// The cache of a program that was made from what this sum has seen, run by this JVM.
  public static AotCache of(Path folder, String name, Checksum madeFrom) {
    madeFrom.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
    return new AotCache(folder, name, Long.toHexString(madeFrom.getValue()));
  }

  public Path file() {
    return file("aot");
  }

  /// Something that belongs to the cache and goes with it.
  public Path file(String extension) {
    return folder.resolve(name + "-" + key + "." + extension);
  }

  public Optional<Path> existing() {
    return Optional.of(file()).filter(Files::exists);
  }

  /// Those of this program that were made from something else.
  public void deleteOthers() throws IOException {
    Pattern any = Pattern.compile(Pattern.quote(name) + "-[0-9a-f]+\\.[a-z]+");
    String ours = name + "-" + key + ".";
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String found = file.getFileName().toString();
        if (any.matcher(found).matches() && !found.startsWith(ours)) {
          Files.delete(file);
        }
      }
    }
  }
}
