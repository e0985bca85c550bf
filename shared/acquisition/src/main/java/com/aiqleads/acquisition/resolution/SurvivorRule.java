package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.ListedReason;

/// Why it is just this advertisement of a lead that speaks for a field.
public enum SurvivorRule implements ListedReason {
  SAYS_MOST("It says most; of equals it has been listed longest."),
  FULLEST_THAT_SAYS_IT("Of those that say it, it says most."),
  SEEN_LAST("Of those that name a price, it was seen last."),
  NAMES_THE_UNIT("It names the unit, or none does and it says most."),
  MOST_EXACT("It is placed most exactly on the map."),
  TOGETHER("What all of them say is put together.");

  private final String text;

  SurvivorRule(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
