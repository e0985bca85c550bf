package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.ListedReason;

/// What speaks for or against two advertisements being of one property, with its weight. In the
/// manner of Fellegi and Sunter, the weights set by hand; that of another unit outweighs all
/// others together.
public enum Evidence implements ListedReason {
  SAME_STREET(10, "They have the same street address."),
  SIMILAR_STREET(6, "Their street addresses differ in what is often left out only."),
  OTHER_STREET(-30, "They have different street addresses."),
  OTHER_UNIT(-30, "They are different units of one building."),
  UNIT_UNKNOWN(-7, "Only one of them names a unit."),
  SAME_PHONE(6, "They name the same phone number."),
  SAME_EMAIL(5, "They name the same mail address."),
  SAME_ROOMS(2, "They have as many bedrooms."),
  OTHER_ROOMS(-3, "They differ in bedrooms."),
  CLOSE_PRICE(2, "Their prices are close."),
  FAR_PRICE(-3, "Their prices are far apart.");

  private final int weight;
  private final String text;

  Evidence(int weight, String text) {
    this.weight = weight;
    this.text = text;
  }

  public int weight() {
    return weight;
  }

  @Override
  public String text() {
    return text;
  }
}
