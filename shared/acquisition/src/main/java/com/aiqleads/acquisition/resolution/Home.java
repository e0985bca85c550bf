package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.address.Street;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What tells one home from another in a normalised address. The designator of the unit does not:
/// `APT 4`, `UNIT 4` and `# 4` are one door.
record Home(String number, String name, Street street, String unit) {

  static Home at(Address address) {
    Optional<Street> street = Street.parse(address.street());
    return street
        .map(parts -> new Home(parts.number(), parts.name(), parts, door(address.unit())))
        .orElseThrow(() -> new IllegalArgumentException("the address is not normalised"));
  }

  /// `APT 4` is `4`, `BLDG 2 APT 4` is `2 4`, `REAR` is `REAR`.
  private static String door(@Nullable String unit) {
    if (unit == null) {
      return "";
    }
    StringBuilder door = new StringBuilder();
    String[] words = unit.split(" ");
    for (int index = 1; index < words.length; index += 2) {
      door.append(door.isEmpty() ? "" : " ").append(words[index]);
    }
    return door.isEmpty() ? unit : door.toString();
  }
}
