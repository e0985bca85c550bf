package com.aiqleads.acquisition.scoring;

import com.aiqleads.acquisition.ListedReason;

/// What fraudulent advertisements have in common, each with the points that it adds.
public enum FraudSignal implements ListedReason {
  ASKS_FOR_MONEY(60, "The text asks for money or credit papers before anything is seen."),
  SELLER_ABROAD(30, "The text says that the seller is far away and cannot show the home."),
  PRICE_TOO_LOW(40, "The price is far below what homes of this size are sold for."),
  PHONE_SHARED(30, "The phone number is on several other properties."),
  PHONE_FOREIGN(20, "The phone number belongs to another country."),
  PHONE_FICTIONAL(15, "The phone number is reserved for fiction."),
  THROW_AWAY_MAIL(20, "The mail address is a throw-away address."),
  ZIP_ELSEWHERE(15, "The ZIP code does not lie in the city that the address names."),
  NO_CONTACT(10, "There is no way to reach the seller."),
  NO_PHOTOS(5, "There are no photos.");

  private final int points;
  private final String text;

  FraudSignal(int points, String text) {
    this.points = points;
    this.text = text;
  }

  public int points() {
    return points;
  }

  @Override
  public String text() {
    return text;
  }
}
