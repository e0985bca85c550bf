package com.aiqleads.acquisition.fetching;

/// How much of what listings should tell was on some pages.
///
/// @param pages how many were read
/// @param filled of these, each as the share of it that was there
public record PageWorth(int pages, double filled) {

  public static final PageWorth NONE = new PageWorth(0, 0);

  public PageWorth {
    if (pages < 0 || filled < 0 || filled > pages) {
      throw new IllegalArgumentException(filled + " of " + pages + " pages cannot be filled");
    }
  }

  public PageWorth and(double share) {
    return new PageWorth(pages + 1, filled + share);
  }

  double share() {
    return filled / pages;
  }
}
