package com.aiqleads.local.sandbox;

/// What each site calls the home of a number.
record SiteIds(int number) {

  private static final int FIRST_FSBO = 546_000;
  private static final int FIRST_BY_OWNER = 24_300_000;
  private static final int BY_OWNER_STEP = 7;
  private static final long FIRST_CRAIGSLIST = 7_890_000_000L;
  private static final long CRAIGSLIST_STEP = 13;
  private static final long FIRST_ZILLOW = 43_000_000;
  private static final long ZILLOW_STEP = 11;
  private static final long FIRST_FACEBOOK = 870_000_000_000_000L;
  private static final long FACEBOOK_STEP = 17;

  int fsbo() {
    return FIRST_FSBO + number;
  }

  int byOwner() {
    return FIRST_BY_OWNER + BY_OWNER_STEP * number;
  }

  long craigslist() {
    return FIRST_CRAIGSLIST + CRAIGSLIST_STEP * number;
  }

  long zillow() {
    return FIRST_ZILLOW + ZILLOW_STEP * number;
  }

  long facebook() {
    return FIRST_FACEBOOK + FACEBOOK_STEP * number;
  }
}
