package com.aiqleads.local.host.function;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One class loader per set of libraries: functions whose sets are identical share it, and with it
/// the static state of their libraries, which saves most of their memory and of their start.
final class LibraryLoaders implements AutoCloseable {

  private final ClassLoader runtime = new RuntimeClasses();
  private final Map<List<Library>, LibraryLoader> loaders = new HashMap<>();

  synchronized LibraryLoader loaderOf(Artefact artefact) {
    List<Library> key = artefact.libraries().stream().map(Library::of).toList();
    return loaders.computeIfAbsent(key, _ -> new LibraryLoader(artefact.libraries(), runtime));
  }

  @Override
  public synchronized void close() {
    loaders.values().forEach(Closing::quietly);
    loaders.clear();
  }
}
