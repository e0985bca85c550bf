package com.aiqleads.local.host.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/// Libraries that need no class of a function, AWS's clients above all: their classes are loaded
/// once for all functions that carry the same jar, and compiled once.
final class CommonLibraries extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final List<String> PACKAGES =
      List.of("software.amazon.", "org.reactivestreams.", "org.postgresql.");

  /// What these libraries log goes to the host's log.
  private static final String LOGGING = "org.slf4j.";

  private static final String CLASS = ".class";

  /// A jar with the names of its classes.
  private record Content(Library library, Path jar, Set<String> classes) {

    static Content of(Library library, Path jar) {
      try (JarFile file = new JarFile(jar.toFile())) {
        return new Content(library, jar, classes(file));
      } catch (IOException e) {
        throw new UncheckedIOException("a library could not be read: " + jar, e);
      }
    }

    private static Set<String> classes(JarFile file) {
      return file.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(CLASS) && name.contains("/"))
          .filter(name -> !name.startsWith("META-INF/"))
          .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
          .collect(Collectors.toUnmodifiableSet());
    }

    boolean isCommon() {
      return !classes.isEmpty()
          && classes.stream().allMatch(name -> PACKAGES.stream().anyMatch(name::startsWith));
    }
  }

  private final ClassLoader host = CommonLibraries.class.getClassLoader();
  private final Map<Library, Content> known = new HashMap<>();
  private final Set<Library> taken = new HashSet<>();
  private final Map<String, Library> owners = new ConcurrentHashMap<>();

  CommonLibraries(ClassLoader runtime) {
    super("common-libraries", new URL[0], runtime);
  }

  /// Those of a function's libraries that are common. None of them if one is there in another
  /// version: what was compiled for one does not meet the other.
  synchronized Set<Library> among(Map<Library, Path> libraries) {
    libraries.forEach(
        (library, jar) -> known.computeIfAbsent(library, _ -> Content.of(library, jar)));
    List<Content> common =
        known.values().stream()
            .filter(content -> libraries.containsKey(content.library()) && content.isCommon())
            .toList();
    if (common.stream().anyMatch(this::isInAnotherVersion)) {
      return Set.of();
    }
    common.forEach(this::take);
    return common.stream().map(Content::library).collect(Collectors.toUnmodifiableSet());
  }

  private boolean isInAnotherVersion(Content content) {
    return content.classes().stream()
        .anyMatch(name -> !owners.getOrDefault(name, content.library()).equals(content.library()));
  }

  private void take(Content content) {
    if (taken.add(content.library())) {
      addURL(Urls.of(content.jar()));
      content.classes().forEach(name -> owners.put(name, content.library()));
    }
  }

  /// Whether a class is of one of these.
  boolean owns(String name, Set<Library> libraries) {
    Library owner = owners.get(name);
    return owner != null && libraries.contains(owner);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return name.startsWith(LOGGING) ? host.loadClass(name) : super.findClass(name);
  }
}
