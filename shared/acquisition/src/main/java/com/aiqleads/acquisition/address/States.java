package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Resources;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The states by their two letters or their names.
final class States {

  private static final Map<String, String> CODES = codes();

  private States() {}

  static Optional<String> code(@Nullable String text) {
    String clean = text == null ? "" : text.replace(".", "").strip().toUpperCase(Locale.ROOT);
    return Optional.ofNullable(CODES.get(clean));
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String line : Resources.lines(States.class, "states.txt")) {
      String code = line.substring(0, 2);
      codes.put(code, code);
      codes.put(line.substring(3), code);
    }
    return Map.copyOf(codes);
  }
}
