package com.aiqleads.local.host.function;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One class loader per set of libraries: functions whose sets are identical share it, and with it
/// the static state of their libraries, which saves most of their memory and of their start.
final class LibraryLoaders implements AutoCloseable {

  private final ClassLoader runtime = new RuntimeClasses();
  private final Map<List<Library>, URLClassLoader> loaders = new HashMap<>();

  synchronized ClassLoader loaderOf(Artefact artefact) {
    if (artefact.libraries().isEmpty()) {
      return runtime;
    }
    List<Library> key = artefact.libraries().stream().map(Library::of).toList();
    return loaders.computeIfAbsent(
        key, _ -> new URLClassLoader("libraries", urls(artefact.libraries()), runtime));
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

  @Override
  public synchronized void close() {
    loaders.values().forEach(Closing::quietly);
    loaders.clear();
  }
}
