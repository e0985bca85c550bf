package com.aiqleads.compiler;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Class loaders for as long as Maven runs. Compilations that run side by side never share one.
final class KeptLoaders {

  private static final Map<List<File>, Deque<ClassLoader>> IDLE = new HashMap<>();

  private KeptLoaders() {}

  static synchronized ClassLoader take(List<File> jars) {
    Deque<ClassLoader> idle = IDLE.computeIfAbsent(jars, _ -> new ArrayDeque<>());
    return idle.isEmpty() ? of(jars, ClassLoader.getSystemClassLoader()) : idle.pop();
  }

  static synchronized void giveBack(List<File> jars, ClassLoader loader) {
    IDLE.get(jars).push(loader);
  }

  static ClassLoader of(List<File> jars, ClassLoader parent) {
    return new URLClassLoader(jars.stream().map(KeptLoaders::url).toArray(URL[]::new), parent);
  }

  private static URL url(File jar) {
    try {
      return jar.toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(jar + " has no URL", e);
    }
  }
}
