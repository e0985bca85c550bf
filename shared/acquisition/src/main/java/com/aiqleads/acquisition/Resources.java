package com.aiqleads.acquisition;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Tables that are shipped as text files beside the classes that read them.
public final class Resources {

  private Resources() {}

  /// The lines of a file in the package of its owner.
  public static List<String> lines(Class<?> owner, String name) {
    try (InputStream bytes = Objects.requireNonNull(owner.getResourceAsStream(name), name);
        InputStreamReader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        BufferedReader reader = new BufferedReader(text)) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the table " + name, e);
    }
  }
}
