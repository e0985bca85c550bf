package com.aiqleads.acquisition;

import java.util.Arrays;
import java.util.Optional;

/// A site that advertises jobs. What it shows is no home, so it is no source of listings.
public enum JobBoard implements CrawledSite {
  LINKEDIN("linkedin");

  private final String id;

  JobBoard(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  public static Optional<JobBoard> find(String id) {
    return Arrays.stream(values()).filter(board -> board.id.equals(id)).findFirst();
  }
}
