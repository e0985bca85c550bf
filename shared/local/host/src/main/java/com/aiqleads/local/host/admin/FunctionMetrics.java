package com.aiqleads.local.host.admin;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/// What the functions measure themselves: each environment registers a bean with its text.
final class FunctionMetrics {

  private static final String BEANS = "com.aiqleads:type=Metrics,*";
  private static final String ATTRIBUTE = "Prometheus";

  private FunctionMetrics() {}

  static String text() {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    List<String> texts = new ArrayList<>();
    try {
      for (ObjectName name : beans.queryNames(new ObjectName(BEANS), null)) {
        texts.add(String.valueOf(beans.getAttribute(name, ATTRIBUTE)));
      }
    } catch (JMException e) {
      // An environment that ends just now takes its bean with it.
      texts.add("# not complete: " + e.getClass().getSimpleName() + "\n");
    }
    return merged(texts);
  }

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
