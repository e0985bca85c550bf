package com.aiqleads.local.host.function;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// One class loader per set of libraries: functions whose sets are identical share it, and with it
/// the static state of their libraries, which saves most of their memory and of their start. What
/// is common to different sets and needs nothing of them is shared by all.
final class LibraryLoaders implements AutoCloseable {

  private final ClassLoader runtime = new RuntimeClasses();
  private final CommonLibraries common = new CommonLibraries(runtime);
  private final Map<Set<Library>, LibraryLoader> loaders = new HashMap<>();

  synchronized LibraryLoader loaderOf(Artefact artefact) {
    Map<Library, Path> libraries = new LinkedHashMap<>();
    artefact.libraries().forEach(jar -> libraries.put(Library.of(jar), jar));
    return loaders.computeIfAbsent(
        libraries.keySet(), _ -> LibraryLoader.of(libraries, common, runtime));
  }

  @Override
  public synchronized void close() {
    loaders.values().forEach(Closing::quietly);
    loaders.clear();
    Closing.quietly(common);
  }
}
