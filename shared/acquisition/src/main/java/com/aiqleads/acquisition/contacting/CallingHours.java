package com.aiqleads.acquisition.contacting;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// From 8 to 21 o'clock where the seller is: 47 CFR 64.1200(c)(1). A state with more than one zone
/// counts as being in all of them.
public final class CallingHours {

  private static final LocalTime FROM = LocalTime.of(8, 0);
  private static final LocalTime TO = LocalTime.of(21, 0);

  private static final List<ZoneId> EASTERN = List.of(ZoneId.of("America/New_York"));
  private static final List<ZoneId> CENTRAL = List.of(ZoneId.of("America/Chicago"));
  private static final List<ZoneId> PACIFIC = List.of(ZoneId.of("America/Los_Angeles"));
  private static final List<ZoneId> EASTERN_CENTRAL =
      List.of(ZoneId.of("America/New_York"), ZoneId.of("America/Chicago"));
  private static final List<ZoneId> CENTRAL_MOUNTAIN =
      List.of(ZoneId.of("America/Chicago"), ZoneId.of("America/Denver"));
  private static final List<ZoneId> MOUNTAIN_PACIFIC =
      List.of(ZoneId.of("America/Denver"), ZoneId.of("America/Los_Angeles"));

  /// Where nothing else is known, it must be time from coast to coast and beyond.
  private static final List<ZoneId> ANYWHERE =
      List.of(ZoneId.of("America/New_York"), ZoneId.of("Pacific/Honolulu"));

  private static final Map<String, List<ZoneId>> ZONES =
      Map.ofEntries(
          Map.entry("CT DE DC GA ME MD MA NH NJ NY NC OH PA RI SC VT VA WV", EASTERN),
          Map.entry("AL AR IL IA LA MN MS MO OK WI", CENTRAL),
          Map.entry("FL IN KY MI TN", EASTERN_CENTRAL),
          Map.entry("KS NE ND SD TX", CENTRAL_MOUNTAIN),
          Map.entry("CO MT NM UT WY", List.of(ZoneId.of("America/Denver"))),
          Map.entry("ID OR", MOUNTAIN_PACIFIC),
          Map.entry("CA NV WA", PACIFIC),
          Map.entry("AZ", List.of(ZoneId.of("America/Phoenix"), ZoneId.of("America/Denver"))),
          Map.entry("AK", List.of(ZoneId.of("America/Anchorage"), ZoneId.of("America/Adak"))),
          Map.entry("HI", List.of(ZoneId.of("Pacific/Honolulu"))));

  private CallingHours() {}

  /// Whether it is time everywhere in the state.
  ///
  /// @param state of the home, in two letters
  public static boolean isOpen(String state, Instant now) {
    return zones(state).stream()
        .map(zone -> now.atZone(zone).toLocalTime())
        .allMatch(time -> !time.isBefore(FROM) && time.isBefore(TO));
  }

  static List<ZoneId> zones(String state) {
    return ZONES.entrySet().stream()
        .filter(entry -> List.of(entry.getKey().split(" ")).contains(state))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ANYWHERE);
  }
}
