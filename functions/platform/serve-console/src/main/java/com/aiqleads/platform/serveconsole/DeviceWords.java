package com.aiqleads.platform.serveconsole;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What programs say of themselves, as people would: a browser and what it runs on. Browsers claim
/// to be those that came before them, so who claims most is looked for first.
final class DeviceWords {

  private static final Map<String, String> BROWSERS =
      inOrder(
          "Edg/", "Edge",
          "OPR/", "Opera",
          "Firefox/", "Firefox",
          "Chrome/", "Chrome",
          "Safari/", "Safari");

  private static final Map<String, String> SYSTEMS =
      inOrder(
          "Windows", "Windows",
          "Android", "Android",
          "iPhone", "iPhone",
          "iPad", "iPad",
          "Mac OS X", "macOS",
          "Linux", "Linux");

  private DeviceWords() {}

  /// As it is, if it is no browser that we know.
  static String of(String userAgent) {
    if (userAgent.isEmpty()) {
      return "an unknown program";
    }
    Optional<String> system = first(SYSTEMS, userAgent);
    return first(BROWSERS, userAgent)
        .flatMap(browser -> system.map(where -> browser + " on " + where))
        .orElse(userAgent);
  }

  private static Optional<String> first(Map<String, String> names, String userAgent) {
    return names.entrySet().stream()
        .filter(name -> userAgent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<String, String> inOrder(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
