package com.aiqleads.infra;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Names inside a template: letters and digits only.
final class LogicalName {

  private LogicalName() {}

  /// `platform/refresh-families` is `PlatformRefreshFamilies`.
  static String of(String text) {
    return Arrays.stream(text.split("[^A-Za-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}
