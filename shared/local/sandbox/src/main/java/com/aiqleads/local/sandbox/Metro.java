package com.aiqleads.local.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A market with homes for sale, and how its streets and prices look.
enum Metro {
  MIAMI("Miami", "FL", "Miami-Dade", 480, "NW,SW,NE,SE", "305,786"),
  AUSTIN("Austin", "TX", "Travis", 330, ",,E,W", "512,737"),
  PHOENIX("Phoenix", "AZ", "Maricopa", 290, "N,E,W,S", "602,480,623"),
  ATLANTA("Atlanta", "GA", "Fulton", 270, ",NE,NW,SE", "404,470,678"),
  DENVER("Denver", "CO", "Denver", 360, ",S,N,E", "303,720");

  final String city;
  final String state;
  final String county;
  final int dollarsPerSquareFoot;
  private final String directions;
  private final String areaCodes;

  Metro(
      String city,
      String state,
      String county,
      int dollarsPerSquareFoot,
      String directions,
      String areaCodes) {
    this.city = city;
    this.state = state;
    this.county = county;
    this.dollarsPerSquareFoot = dollarsPerSquareFoot;
    this.directions = directions;
    this.areaCodes = areaCodes;
  }

  /// Before a street's name; some are empty.
  List<String> directions() {
    return List.of(directions.split(",", -1));
  }

  List<String> areaCodes() {
    return List.of(areaCodes.split(","));
  }

  String slug() {
    return (city + "-" + state).toLowerCase(Locale.ROOT);
  }

  /// What craigslist calls the market.
  String craigslistArea() {
    return city.toLowerCase(Locale.ROOT).replace(" ", "");
  }

  /// Finds what a visitor means by `Miami, FL`, `miami` or `miami-fl`.
  static Optional<Metro> named(String text) {
    String words = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    return Arrays.stream(values())
        .filter(metro -> !words.isEmpty() && metro.slug().startsWith(words))
        .findFirst();
  }
}
