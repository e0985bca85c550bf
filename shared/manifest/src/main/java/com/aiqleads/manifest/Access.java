package com.aiqleads.manifest;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What a function may do to a store.
public enum Access {
  NONE("none"),
  READ("read"),
  WRITE("write"),
  READ_WRITE("read-write"),
  /// Of buckets: to read what is there and to delete it for good.
  ERASE("erase");

  private final String text;

  Access(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  public boolean reads() {
    return this == READ || this == READ_WRITE || this == ERASE;
  }

  public boolean writes() {
    return this == WRITE || this == READ_WRITE;
  }

  public boolean erases() {
    return this == ERASE;
  }

  static Access parse(String text) {
    return Arrays.stream(values())
        .filter(access -> access != NONE && access.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be " + choices() + ", not " + text));
  }

  private static String choices() {
    return Arrays.stream(values())
        .filter(access -> access != NONE)
        .map(Access::text)
        .collect(Collectors.joining(", "));
  }
}
