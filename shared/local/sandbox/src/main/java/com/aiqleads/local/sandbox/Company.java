package com.aiqleads.local.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Who hires, as its own page says; the same for the same name. `website` is empty where none is
/// said.
record Company(
    String name,
    String website,
    String industry,
    String size,
    int members,
    String city,
    String region,
    String kind,
    int founded,
    int followers) {

  private static final List<String> SIZES =
      List.of("2-10", "11-50", "51-200", "201-500", "1,001-5,000", "10,001+");
  private static final List<String> INDUSTRIES =
      List.of("Accounting", "Financial Services", "Business Consulting and Services");
  private static final List<String> KINDS =
      List.of("Privately Held", "Partnership", "Public Company");
  private static final List<String> PLACES =
      List.of(
          "Miami, Florida",
          "Austin, Texas",
          "Phoenix, Arizona",
          "Atlanta, Georgia",
          "Denver, Colorado");

  static Company named(String name) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    String size = any(SIZES, random);
    String[] place = any(PLACES, random).split(", ", 2);
    return new Company(
        name,
        random.nextInt(4) == 0 ? "" : "https://www." + handle(name) + ".example",
        any(INDUSTRIES, random),
        size,
        Integer.parseInt(size.split("[-+]", 2)[0].replace(",", "")) + 1,
        place[0],
        place[1],
        any(KINDS, random),
        1950 + random.nextInt(70),
        100 + random.nextInt(9_000));
  }

  private static String any(List<String> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }

  static String handle(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  String handle() {
    return handle(name);
  }

  String path() {
    return LinkedInSite.PREFIX + "/company/" + handle();
  }
}
