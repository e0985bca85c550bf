package com.aiqleads.local.host.function;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The classes of one function, with its environment variables as the resource
/// [Variables#RESOURCE], because one process has only one real environment.
final class FunctionLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final LibraryLoader libraries;
  private final String ownPackage;
  private final URL variables;

  private FunctionLoader(DeployedFunction function, Artefact artefact, LibraryLoader libraries) {
    super(function.id(), Urls.of(List.of(artefact.root())), libraries);
    this.libraries = libraries;
    this.ownPackage = function.handler().substring(0, function.handler().lastIndexOf('.') + 1);
    this.variables = Variables.resource(function.variables());
  }

  static FunctionLoader of(DeployedFunction function, LibraryLoaders loaders) {
    Artefact artefact = Artefact.of(function.artefact());
    LibraryLoader libraries = loaders.loaderOf(artefact);
    FunctionLoader loader = new FunctionLoader(function, artefact, libraries);
    libraries.add(loader);
    return loader;
  }

  /// Whether this class stands in the function's own folder.
  boolean owns(String name) {
    return name.startsWith(ownPackage)
        && findResource(name.replace('.', '/').concat(".class")) != null;
  }

  Class<?> loadOwn(String name) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? findClass(name) : known;
    }
  }

  /// Own classes never ask the libraries, which ask back: each of the two would wait for the other.
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return owns(name) ? loadOwn(name) : super.loadClass(name, resolve);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return name.equals(Variables.RESOURCE) ? variables : super.getResource(name);
  }

  /// Those of the libraries and its own, not those of other functions.
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> found = new ArrayList<>(Collections.list(libraries.ofLibraries(name)));
    found.addAll(Collections.list(findResources(name)));
    return Collections.enumeration(found);
  }
}
