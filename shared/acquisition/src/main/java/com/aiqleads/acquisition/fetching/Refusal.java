package com.aiqleads.acquisition.fetching;

/// Why a page was not fetched, or not taken.
public enum Refusal {
  NOT_APPROVED,
  FOREIGN_HOST,
  DISALLOWED_BY_ROBOTS,
  ACCESS_DENIED,
  TOO_LARGE,
  TOO_MANY_REDIRECTS,
  /// It led to a page that is to be left alone.
  SPARED
}
