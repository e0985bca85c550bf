package com.aiqleads.local.host.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One class loader per set of released libraries: functions whose sets are equal in names and
/// sizes share it, which saves most of their memory and of their start.
final class LibraryLoaders implements AutoCloseable {

  private record Library(String name, long bytes) {}

  private final ClassLoader runtime = new RuntimeClasses();
  private final Map<List<Library>, URLClassLoader> loaders = new HashMap<>();

  synchronized ClassLoader loaderOf(Artefact artefact) {
    if (artefact.libraries().isEmpty()) {
      return runtime;
    }
    List<Library> key = artefact.libraries().stream().map(LibraryLoaders::library).toList();
    return loaders.computeIfAbsent(
        key, _ -> new URLClassLoader("libraries", urls(artefact.libraries()), runtime));
  }

  synchronized int count() {
    return loaders.size();
  }

  static URL[] urls(List<Path> files) {
    return files.stream().map(LibraryLoaders::url).toArray(URL[]::new);
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file without an address: " + file, e);
    }
  }

  private static Library library(Path jar) {
    try {
      return new Library(jar.getFileName().toString(), Files.size(jar));
    } catch (IOException e) {
      throw new UncheckedIOException("a library could not be read: " + jar, e);
    }
  }

  @Override
  public synchronized void close() {
    loaders.values().forEach(Closing::quietly);
    loaders.clear();
  }
}
