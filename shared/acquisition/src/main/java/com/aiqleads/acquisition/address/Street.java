package com.aiqleads.acquisition.address;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The delivery line of an address in its parts; empty texts where it has none.
///
/// @param number `123`, `112-10`, `123 1/2`, `N6W23001`; empty for boxes
/// @param name without directionals and suffix; of a box the whole line
/// @param unit `APT 4`, `# 72`, `BLDG 2 APT 4`, `REAR`
public record Street(
    String number,
    String predirectional,
    String name,
    String suffix,
    String postdirectional,
    @Nullable String unit) {

  /// Reads a line in any spelling; empty if it has no number, so that nobody could find the house.
  public static Optional<Street> parse(String line) {
    return StreetParser.parse(line);
  }

  static Street box(String line) {
    return new Street("", "", line, "", "", null);
  }

  /// Whether letters are fetched there. The box on a rural route or a highway contract stands
  /// before a home.
  public boolean isPostBox() {
    return number.isEmpty() && !name.startsWith("RR ") && !name.startsWith("HC ");
  }

  /// The line without the unit, the same for every spelling of it.
  public String text() {
    return Stream.of(number, predirectional, name, suffix, postdirectional)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
