package com.aiqleads.acquisition.replaying;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A page and what each version of its parser has read of it.
///
/// @param place where it stands among the others; a range may be gone on with behind it
public record ReadPage(String place, List<KeptReading> readings) {

  /// `fsbo-10` comes after `fsbo-9`.
  private static final Comparator<String> BY_VERSION =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  public ReadPage {
    readings = List.copyOf(readings);
  }

  Optional<KeptReading> by(String version) {
    return readings.stream().filter(one -> one.parserVersion().equals(version)).findFirst();
  }

  /// The newest other version; that version itself, if no other has read it.
  Optional<KeptReading> before(String version) {
    return readings.stream()
        .filter(one -> !one.parserVersion().equals(version))
        .max(Comparator.comparing(KeptReading::parserVersion, BY_VERSION))
        .or(() -> by(version));
  }

  KeptPage page() {
    return readings.getFirst().page();
  }
}
