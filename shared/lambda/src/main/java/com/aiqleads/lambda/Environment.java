package com.aiqleads.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// What the function was started with: the process's environment, and over it the class-path
/// resource that a host with many functions in one process serves to each of them.
public record Environment(Map<String, String> variables) {

  private static final String OVERLAY = "aiqleads-environment.properties";

  public Environment {
    variables = Map.copyOf(variables);
  }

  /// The environment of the function that this thread runs: known by its context class loader.
  public static Environment current() {
    return of(Thread.currentThread().getContextClassLoader());
  }

  static Environment of(ClassLoader loader) {
    Map<String, String> variables = new HashMap<>(System.getenv());
    Properties overlay = new Properties();
    try (InputStream resource = loader.getResourceAsStream(OVERLAY)) {
      if (resource != null) {
        overlay.load(resource);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + OVERLAY, e);
    }
    overlay.stringPropertyNames().forEach(key -> variables.put(key, overlay.getProperty(key)));
    return new Environment(variables);
  }

  public Optional<String> find(String key) {
    return Optional.ofNullable(variables.get(key)).filter(value -> !value.isBlank());
  }

  public String get(String key, String otherwise) {
    return find(key).orElse(otherwise);
  }
}
