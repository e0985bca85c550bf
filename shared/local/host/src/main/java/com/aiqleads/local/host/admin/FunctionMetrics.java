package com.aiqleads.local.host.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the functions measure themselves.
final class FunctionMetrics {

  private FunctionMetrics() {}

  /// Each family may stand only once, so the lines of all functions are put together by family.
  static String merged(List<String> texts) {
    Map<String, Map<String, Boolean>> families = new LinkedHashMap<>();
    for (String text : texts) {
      String family = "";
      for (String line : text.lines().filter(it -> !it.isBlank()).toList()) {
        family = line.startsWith("# ") ? familyOf(line) : family;
        families.computeIfAbsent(family, _ -> new LinkedHashMap<>()).put(line, true);
      }
    }
    return families.values().stream()
        .flatMap(lines -> lines.keySet().stream())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// Of `# TYPE name type` and `# HELP name words`.
  private static String familyOf(String line) {
    String[] words = line.split(" ", 4);
    return words.length > 2 ? words[2] : line;
  }
}
