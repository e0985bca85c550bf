package com.aiqleads.manifest;

import java.util.Arrays;
import java.util.stream.Collectors;

/// One function: the two folders it lives in. All its names follow from them.
public record FunctionId(String context, String name) implements Comparable<FunctionId> {

  /// For example `marketplace-price-lead`: its artefact, and what routing calls it.
  public String text() {
    return context + "-" + name;
  }

  /// For example `PriceLead`.
  public String className() {
    return Arrays.stream(name.split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  /// For example `com.aiqleads.marketplace.pricelead`.
  public String packageName() {
    return "com.aiqleads." + context + "." + name.replace("-", "");
  }

  /// The class that Lambda loads.
  public String handlerClass() {
    return packageName() + "." + className() + "Handler";
  }

  /// Its folder below the repository's root.
  public String folder() {
    return "functions/" + context + "/" + name;
  }

  @Override
  public int compareTo(FunctionId other) {
    return text().compareTo(other.text());
  }

  @Override
  public String toString() {
    return text();
  }
}
