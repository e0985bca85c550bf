package com.aiqleads.local.host.function;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// The libraries of one or more functions. Libraries look for what belongs to a function, such as
/// Micronaut's introspections, through their own loader, as on Lambda, where it sees everything; so
/// this one also finds the classes and resources of the functions above it.
final class LibraryLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final List<FunctionLoader> functions = new CopyOnWriteArrayList<>();
  private final CommonLibraries common;
  private final Set<Library> ofCommon;

  private LibraryLoader(
      List<Path> jars, CommonLibraries common, Set<Library> ofCommon, ClassLoader runtime) {
    super("libraries", Urls.of(jars), runtime);
    this.common = common;
    this.ofCommon = ofCommon;
  }

  static LibraryLoader of(
      Map<Library, Path> libraries, CommonLibraries common, ClassLoader runtime) {
    return new LibraryLoader(
        List.copyOf(libraries.values()), common, common.among(libraries), runtime);
  }

  void add(FunctionLoader function) {
    functions.add(function);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    for (FunctionLoader function : functions) {
      if (function.owns(name)) {
        return function.loadOwn(name);
      }
    }
    return common.owns(name, ofCommon) ? common.loadClass(name) : super.findClass(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> found = Collections.list(ofLibraries(name));
    for (FunctionLoader function : functions) {
      found.addAll(Collections.list(function.findResources(name)));
    }
    return Collections.enumeration(new ArrayList<>(found));
  }

  Enumeration<URL> ofLibraries(String name) throws IOException {
    return super.getResources(name);
  }
}
