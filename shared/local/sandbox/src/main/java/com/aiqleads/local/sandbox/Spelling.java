package com.aiqleads.local.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ways in which owners write one and the same address.
enum Spelling {
  WORDS {
    @Override
    String of(Home home) {
      Street street = home.place().street();
      return line(
          home, street.directionWord(), street.suffix().word, unit(home, ", Apartment ", ""));
    }
  },
  SHORT {
    @Override
    String of(Home home) {
      return line(
          home,
          home.place().street().direction(),
          home.place().street().suffix().abbreviation,
          unit(home, " #", ""));
    }
  },
  DOTS {
    @Override
    String of(Home home) {
      String direction = home.place().street().direction().replaceAll("(.)", "$1.");
      return line(
          home,
          direction,
          home.place().street().suffix().abbreviation + ".",
          unit(home, ", Apt. ", ""));
    }
  },
  CAPITALS {
    @Override
    String of(Home home) {
      return line(
              home,
              home.place().street().direction(),
              home.place().street().suffix().abbreviation,
              unit(home, " UNIT ", ""))
          .toUpperCase(Locale.ROOT);
    }
  };

  private static final List<Spelling> ALL = List.of(values());

  abstract String of(Home home);

  static Spelling number(int number) {
    return ALL.get(number % ALL.size());
  }

  private static String line(Home home, String direction, String suffix, String unit) {
    return Stream.of(
                String.valueOf(home.place().houseNumber()),
                direction,
                home.place().street().name(),
                suffix)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "))
        + unit;
  }

  private static String unit(Home home, String designator, String none) {
    return home.place().unit().isEmpty() ? none : designator + home.place().unit();
  }
}
