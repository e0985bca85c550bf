package com.aiqleads.manifest;

import java.util.Map;

/// Where a manifest was written: its file below the root, and the line of each of its keys.
public record Origin(String file, Map<String, Integer> lines) {

  public Origin {
    lines = Map.copyOf(lines);
  }

  /// Something wrong with a key such as `emits` or `limits.timeout`.
  public Problem problem(String key, String text) {
    return new Problem(file, lines.getOrDefault(key, 1), key, text);
  }
}
