package com.aiqleads.local.host.function;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/// What a function may see of the host: the JDK and aws-lambda-java-core, as under AWS's runtime.
final class RuntimeClasses extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader host = Context.class.getClassLoader();
  private final Set<String> shared;

  RuntimeClasses() {
    super("lambda-runtime", ClassLoader.getPlatformClassLoader());
    shared = classesBeside(Context.class);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!shared.contains(name)) {
      throw new ClassNotFoundException(name);
    }
    return host.loadClass(name);
  }

  private static Set<String> classesBeside(Class<?> type) {
    Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("aws-lambda-java-core could not be read: " + jar, e);
    }
  }
}
