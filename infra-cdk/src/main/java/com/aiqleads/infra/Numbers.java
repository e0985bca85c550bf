package com.aiqleads.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Properties;

/// Figures of a file beside this class, by their names.
final class Numbers {

  private final String file;
  private final Properties values = new Properties();

  private Numbers(String file) {
    this.file = file;
  }

  static Numbers of(String file) {
    Numbers numbers = new Numbers(file);
    try (InputStream content = Numbers.class.getResourceAsStream(file)) {
      numbers.values.load(Objects.requireNonNull(content, file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return numbers;
  }

  double get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException(file + " has no " + name));
  }

  OptionalDouble find(String name) {
    String value = values.getProperty(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value));
  }
}
