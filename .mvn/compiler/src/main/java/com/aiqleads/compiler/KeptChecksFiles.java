package com.aiqleads.compiler;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/// The files of one compilation. What is on the path of processors comes from a kept loader, but
/// Micronaut's: they remember what they processed, and live for one compilation, as with javac.
final class KeptChecksFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {

  private static final String FORGETFUL = "micronaut-";

  private final List<Runnable> ends = new ArrayList<>();

  KeptChecksFiles(StandardJavaFileManager files) {
    super(files);
  }

  @Override
  public ClassLoader getClassLoader(Location location) {
    if (location != StandardLocation.ANNOTATION_PROCESSOR_PATH || !hasLocation(location)) {
      return super.getClassLoader(location);
    }
    List<File> kept = new ArrayList<>();
    List<File> passing = new ArrayList<>();
    for (File jar : fileManager.getLocation(location)) {
      (jar.getName().startsWith(FORGETFUL) ? passing : kept).add(jar);
    }
    ClassLoader loader = KeptLoaders.take(kept);
    ends.add(() -> KeptLoaders.giveBack(kept, loader));
    return KeptLoaders.of(passing, loader);
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      ends.forEach(Runnable::run);
      ends.clear();
    }
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
      Iterable<? extends File> files) {
    return fileManager.getJavaFileObjectsFromFiles(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
    return fileManager.getJavaFileObjects(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return fileManager.getJavaFileObjectsFromStrings(names);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return fileManager.getJavaFileObjects(names);
  }

  @Override
  public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
    fileManager.setLocation(location, files);
  }

  @Override
  public void setLocationFromPaths(Location location, Collection<? extends Path> paths)
      throws IOException {
    fileManager.setLocationFromPaths(location, paths);
  }

  @Override
  public void setLocationForModule(
      Location location, String module, Collection<? extends Path> paths) throws IOException {
    fileManager.setLocationForModule(location, module, paths);
  }

  @Override
  public Iterable<? extends File> getLocation(Location location) {
    return fileManager.getLocation(location);
  }

  @Override
  public Iterable<? extends Path> getLocationAsPaths(Location location) {
    return fileManager.getLocationAsPaths(location);
  }

  @Override
  public Path asPath(FileObject file) {
    return fileManager.asPath(file);
  }

  @Override
  public void setPathFactory(PathFactory factory) {
    fileManager.setPathFactory(factory);
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return fileManager.contains(location, file);
  }
}
