package com.aiqleads.local.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a bench or proof found, printed last, one figure a line: `<figure>: <number> <unit>`.
record Figures(List<String> lines) {

  static Figures of() {
    return new Figures(new ArrayList<>());
  }

  Figures with(String figure, double number, String unit) {
    lines.add(String.format(Locale.ROOT, "%s: %.1f %s", figure, number, unit).trim());
    return this;
  }

  Figures with(String figure, long number, String unit) {
    lines.add(String.format(Locale.ROOT, "%s: %d %s", figure, number, unit).trim());
    return this;
  }

  void print() {
    lines.forEach(System.out::println);
  }
}
