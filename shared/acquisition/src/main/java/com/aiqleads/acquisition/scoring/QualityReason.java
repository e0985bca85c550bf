package com.aiqleads.acquisition.scoring;

import com.aiqleads.acquisition.ListedReason;

/// What makes a lead good or less good. Nothing here may speak of people, or of what stands for
/// them: no neighbourhood, no name, no word about who lives there (Fair Housing Act).
public enum QualityReason implements ListedReason {
  PHONE_KNOWN("The seller has a phone number that can be dialled."),
  NO_PHONE("No phone number is known."),
  EMAIL_KNOWN("The seller has a mail address."),
  NO_EMAIL("No mail address is known."),
  NAME_KNOWN("The seller's name is known."),
  NO_NAME("The seller's name is not known."),
  LISTED_THIS_WEEK("The advertisement is less than a week old."),
  LISTED_THIS_MONTH("The advertisement is less than a month old."),
  LISTED_THIS_QUARTER("The advertisement is less than three months old."),
  LISTED_LONG_AGO("The advertisement is more than three months old."),
  OWNER_SELLS("The owner sells without an agent."),
  AGENT_MENTIONED("The text speaks of an agent."),
  AGENT_LISTS_TOO("An agent's listing service (MLS) shows the home too."),
  ROOMS_KNOWN("Bedrooms and bathrooms are known."),
  ROOMS_UNKNOWN("Bedrooms or bathrooms are not known."),
  LIVING_AREA_KNOWN("The living area is known."),
  LIVING_AREA_UNKNOWN("The living area is not known."),
  WELL_DESCRIBED("The home is described in detail."),
  HARDLY_DESCRIBED("The home is hardly described."),
  MANY_PHOTOS("There are five photos or more."),
  FEW_PHOTOS("There are fewer than five photos."),
  NO_PHOTOS("There are no photos."),
  YEAR_BUILT_KNOWN("The year of building is known."),
  YEAR_BUILT_UNKNOWN("The year of building is not known."),
  EXACT_PLACE("The place is known to the house."),
  ROUGH_PLACE("The place is known by its ZIP code only."),
  LOT_SIZE_KNOWN("The size of the lot is known."),
  LOT_SIZE_UNKNOWN("The size of the lot is not known.");

  private final String text;

  QualityReason(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
