package com.aiqleads.acquisition.scoring;

import com.aiqleads.acquisition.ListedReason;

/// What fraudulent advertisements have in common, each with the points that it adds. Nothing
/// here may hang on who somebody is: a foreign number says nothing (Fair Housing Act).
public enum FraudSignal implements ListedReason {
  ASKS_FOR_MONEY(70, "The text asks for money or credit papers before anything is seen."),
  CLONED_CHEAPER(70, "Somebody else advertises a home of the same size in the same way for more."),
  PHOTOS_REUSED(35, "Somebody else showed the same photos of another home before."),
  TEXT_REUSED(35, "Several others describe other homes in the same words."),
  CONTACT_RENAMED(60, "The same phone number or mail address sells other homes under other names."),
  CONTACT_FAR_APART(10, "The same phone number or mail address sells homes in other states."),
  ACCOUNT_FANS_OUT(35, "The same account advertises several other homes."),
  PRICE_FAR_BELOW_OTHERS(55, "The price is far below that of comparable homes around there."),
  PRICE_BELOW_OTHERS(40, "The price is clearly below that of comparable homes around there."),
  SELLER_ABROAD(25, "The text says that the seller is far away and cannot show the home."),
  PRICE_TOO_LOW(40, "The price is far below what homes of this size are sold for."),
  PHONE_SHARED(20, "The phone number is on several other properties."),
  PHONE_FICTIONAL(15, "The phone number is reserved for fiction."),
  THROW_AWAY_MAIL(20, "The mail address is a throw-away address."),
  MAIL_RELAYED(5, "The mail address belongs to a site that passes mail on, not to a person."),
  ADDRESS_NOT_FOUND(5, "The address is known by its ZIP code only."),
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
