package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.ListedReason;

/// Why a page, or one advertisement on it, was not read.
public enum PageRefusal implements ListedReason {
  EMPTY("The site says that it has no advertisements here."),
  GONE("The advertisement has ended: sold, expired or taken down."),
  UNDER_CONTRACT("The property is under contract already."),
  NOT_FOR_SALE("The advertisement lets a home, and sells none."),
  NOT_A_HOME("The advertisement sells something else than a home."),
  NOT_FOUND("The site does not know this page."),
  LOGIN("The site asks to sign in."),
  CONSENT("The site asks for consent before it shows the page."),
  CHALLENGE("The site asks to prove that a person is reading."),
  RATE_LIMITED("The site asks for fewer requests."),
  UNPAINTED("The page came without its content."),
  UNREACHED("The page did not come from the site."),
  UNKNOWN("The page looks like none that we know; its site may have changed."),
  OTHER_LISTING("The page describes another advertisement than its address says."),
  MALFORMED("The page is damaged."),
  OVERSIZED("The page is larger than any that a person could read."),
  CROWDED("The page holds more advertisements or links than any true one; the rest was left."),
  SNAPSHOT_GONE("The stored page has expired."),
  UNKNOWN_SOURCE("No parser reads this source.");

  private final String text;

  PageRefusal(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }

  /// Whether the site does not want us now, so that whoever is polite leaves.
  public boolean isUnwelcome() {
    return this == CHALLENGE || this == LOGIN || this == RATE_LIMITED;
  }

  /// The refusal that a page of this state deserves.
  static PageRefusal of(PageState state) {
    return switch (state) {
      case CONTENT -> throw new IllegalArgumentException("content is no refusal");
      case EMPTY -> EMPTY;
      case GONE -> GONE;
      case NOT_FOUND -> NOT_FOUND;
      case LOGIN -> LOGIN;
      case CONSENT -> CONSENT;
      case CHALLENGE -> CHALLENGE;
      case RATE_LIMITED -> RATE_LIMITED;
      case UNPAINTED -> UNPAINTED;
      case UNREACHED -> UNREACHED;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
