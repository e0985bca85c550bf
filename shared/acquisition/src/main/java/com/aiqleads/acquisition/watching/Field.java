package com.aiqleads.acquisition.watching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is watched of an advertisement, and how it is compared.
enum Field {
  TITLE(Kind.TEXT),
  STREET(Kind.TEXT),
  CITY(Kind.TEXT),
  ZIP(Kind.TEXT),
  COMPANY(Kind.TEXT),
  TYPE(Kind.THERE),
  DESCRIPTION(Kind.THERE),
  CONTACT(Kind.THERE),
  PHOTOS(Kind.THERE),
  LISTED_ON(Kind.THERE),
  SENIORITY(Kind.THERE),
  EMPLOYMENT(Kind.THERE),
  INDUSTRY(Kind.THERE),
  HEADCOUNT(Kind.THERE),
  PRICE(Kind.AMOUNT),
  LIVING_AREA(Kind.AMOUNT),
  LOT_SIZE(Kind.AMOUNT),
  SALARY(Kind.AMOUNT),
  LATITUDE(Kind.PLACE),
  LONGITUDE(Kind.PLACE),
  YEAR_BUILT(Kind.FIGURE),
  BEDROOMS(Kind.FIGURE),
  BATHROOMS(Kind.FIGURE),
  /// What no single field can show: that two of them have changed places.
  PRICE_PER_SQFT(Kind.RATIO),
  SQFT_PER_BEDROOM(Kind.RATIO),
  BEDROOMS_OVER_BATHROOMS(Kind.FIGURE);

  /// How a field is compared.
  enum Kind {
    /// Whether it is there.
    THERE,
    /// Also whether all say the same, and whether it is another than before.
    TEXT,
    /// A figure over orders of magnitude, which a search may sort by: only its range is compared.
    AMOUNT,
    PLACE,
    /// The range and the shape of its distribution.
    FIGURE,
    /// The same, over orders of magnitude.
    RATIO
  }

  private final Kind kind;

  Field(Kind kind) {
    this.kind = kind;
  }

  /// Its name in stores, alarms and on the screen.
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isNumber() {
    return kind != Kind.TEXT && kind != Kind.THERE;
  }

  boolean isText() {
    return kind == Kind.TEXT;
  }

  /// Whether a tenth more counts as much for small figures as for large ones.
  boolean isProportional() {
    return kind == Kind.AMOUNT || kind == Kind.RATIO;
  }

  boolean hasShape() {
    return kind == Kind.FIGURE || kind == Kind.RATIO;
  }

  boolean isPlace() {
    return kind == Kind.PLACE;
  }

  /// Derived from others: no page shows it.
  boolean isShown() {
    return kind != Kind.RATIO && this != BEDROOMS_OVER_BATHROOMS;
  }

  static List<Field> numbers() {
    return Arrays.stream(values()).filter(Field::isNumber).toList();
  }

  static Optional<Field> find(String id) {
    return Arrays.stream(values()).filter(field -> field.id().equals(id)).findFirst();
  }
}
