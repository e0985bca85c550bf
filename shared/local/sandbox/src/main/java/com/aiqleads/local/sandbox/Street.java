package com.aiqleads.local.sandbox;

/// A street in its parts, for example `SW`, `8th`, `Street`; the direction may be empty.
record Street(String direction, String name, Suffix suffix) {

  enum Suffix {
    STREET("Street", "St"),
    AVENUE("Avenue", "Ave"),
    DRIVE("Drive", "Dr"),
    ROAD("Road", "Rd"),
    LANE("Lane", "Ln"),
    COURT("Court", "Ct"),
    TERRACE("Terrace", "Ter"),
    PLACE("Place", "Pl"),
    BOULEVARD("Boulevard", "Blvd");

    final String word;
    final String abbreviation;

    Suffix(String word, String abbreviation) {
      this.word = word;
      this.abbreviation = abbreviation;
    }
  }

  String directionWord() {
    return switch (direction) {
      case "N" -> "North";
      case "S" -> "South";
      case "E" -> "East";
      case "W" -> "West";
      case "NE" -> "Northeast";
      case "NW" -> "Northwest";
      case "SE" -> "Southeast";
      case "SW" -> "Southwest";
      default -> "";
    };
  }
}
