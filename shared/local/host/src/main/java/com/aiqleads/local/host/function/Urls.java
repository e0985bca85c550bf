package com.aiqleads.local.host.function;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;

/// Files as class loaders want them.
final class Urls {

  private Urls() {}

  static URL[] of(List<Path> files) {
    return files.stream().map(Urls::of).toArray(URL[]::new);
  }

  static URL of(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file without an address: " + file, e);
    }
  }
}
