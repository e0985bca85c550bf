package com.aiqleads.local.host.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A folder that only its owner may read; each entry is made once and then kept.
final class PrivateFiles {

  private final Path folder;

  PrivateFiles(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
  }

  synchronized String getOrMake(String name, Supplier<String> value) {
    return get(name).orElseGet(() -> put(name, value.get()));
  }

  synchronized String put(String name, String value) {
    try {
      Path unfinished = folder.resolve(file(name) + ".new");
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(unfinished, value);
      Files.move(unfinished, folder.resolve(file(name)), StandardCopyOption.ATOMIC_MOVE);
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + name, e);
    }
  }

  synchronized Optional<String> get(String name) {
    Path file = folder.resolve(file(name));
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".new"))
          .map(name -> name.replace('+', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /// One flat folder; `+` stands for the slash, which no name of ours has besides.
  private static String file(String name) {
    if (!name.matches("[A-Za-z0-9/_-]{1,200}")) {
      return "no+such+name";
    }
    return name.replace('/', '+');
  }
}
