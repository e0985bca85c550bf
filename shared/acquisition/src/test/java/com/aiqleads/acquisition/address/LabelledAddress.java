package com.aiqleads.acquisition.address;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.Resources;
import com.aiqleads.acquisition.address.AddressReading.Normalised;
import com.aiqleads.acquisition.address.AddressReading.Unreadable;
import java.util.Arrays;
import java.util.List;

/// One line of a file of addresses with what Publication 28 makes of them.
///
/// @param parts as the file has them: number, predirectional, name, suffix, postdirectional, unit,
/// and place; or why it is no home
record LabelledAddress(String written, String parts) {

  private static final RawAddress ANYWHERE = new RawAddress(null, "Anywhere", "FL", "33137");
  private static final String BAR = "|";

  static List<LabelledAddress> in(String file) {
    return Resources.lines(LabelledAddress.class, file).stream()
        .filter(line -> !line.equals("#") && !line.startsWith("# "))
        .map(LabelledAddress::parse)
        .toList();
  }

  private static LabelledAddress parse(String line) {
    int bar = line.indexOf(BAR);
    return new LabelledAddress(
        line.substring(0, bar).replace("\\n", "\n"), trimmed(line.substring(bar + 1)));
  }

  boolean isRead() {
    return read().equals(parts);
  }

  /// What we make of it, in the form of the file.
  String read() {
    RawAddress raw = hasPlace() ? Addresses.split(written) : at(written);
    return switch (Addresses.normalise(raw)) {
      case Unreadable(AddressReading.Fault fault) -> "! " + fault.code();
      case Normalised(Address address) ->
          Street.parse(raw.street() == null ? "" : raw.street())
              .map(street -> parts(street, address))
              .orElse("?");
    };
  }

  /// With a place, or refused for the lack of one.
  private boolean hasPlace() {
    boolean placeless = List.of("! no_city", "! no_state", "! no_zip").contains(parts);
    return placeless || parts.chars().filter(each -> each == '|').count() > 5;
  }

  private static RawAddress at(String street) {
    return new RawAddress(street, ANYWHERE.city(), ANYWHERE.state(), ANYWHERE.zip());
  }

  private String parts(Street street, Address address) {
    String unit = address.unit() == null ? "" : address.unit();
    String place = hasPlace() ? address.city() + " " + address.state() + " " + address.zip() : "";
    return trimmed(
        String.join(
            BAR,
            street.number(),
            street.predirectional(),
            street.name(),
            street.suffix(),
            street.postdirectional(),
            unit,
            place));
  }

  private static String trimmed(String parts) {
    List<String> cells = Arrays.asList(parts.split("\\|"));
    return String.join(BAR, cells).strip();
  }
}
