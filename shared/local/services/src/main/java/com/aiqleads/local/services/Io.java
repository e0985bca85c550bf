package com.aiqleads.local.services;

import java.io.IOException;
import java.io.UncheckedIOException;

/// A failing file system is no case that a caller of this module could handle.
final class Io {
  private Io() {}

  static <T> T unchecked(Act<T> act) {
    try {
      return act.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Reads or writes.
  @FunctionalInterface
  interface Act<T> {
    T run() throws IOException;
  }
}
