package com.aiqleads.acquisition.matching;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.address.Street;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What tells one home from another in a normalised address. The designator of the unit does not:
/// `APT 4`, `UNIT 4` and `# 4` are one door, and so are `4B`, `4-B` and `04B`.
public record Home(Street street, String door, String zip) {

  public static Home at(Address address) {
    return Street.parse(address.street())
        .map(street -> new Home(street, door(address.unit()), address.zip()))
        .orElseThrow(() -> new IllegalArgumentException("the address is not normalised"));
  }

  public String number() {
    return street.number();
  }

  public String name() {
    return street.name();
  }

  /// `APT 4` is `4`, `BLDG 2 APT 4` is `2 4`, `REAR` is `REAR`.
  private static String door(@Nullable String unit) {
    if (unit == null) {
      return "";
    }
    StringBuilder door = new StringBuilder();
    String[] words = unit.split(" ", -1);
    for (int index = 1; index < words.length; index += 2) {
      door.append(door.isEmpty() ? "" : " ").append(plain(words[index]));
    }
    return door.isEmpty() ? unit : door.toString();
  }

  private static String plain(String word) {
    StringBuilder plain = new StringBuilder();
    for (char sign : word.toUpperCase(Locale.ROOT).toCharArray()) {
      boolean kept = Character.isLetterOrDigit(sign) && !(sign == '0' && plain.isEmpty());
      plain.append(kept ? String.valueOf(sign) : "");
    }
    return plain.isEmpty() ? word : plain.toString();
  }
}
