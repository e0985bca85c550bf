package com.aiqleads.acquisition;

import java.util.Arrays;
import java.util.Optional;

/// A site that advertises jobs. What it shows is no home, so it is no source of listings.
public enum JobBoard implements CrawledSite {
  LINKEDIN("linkedin", "linkedin.com");

  private final String id;
  private final String domain;

  JobBoard(String id, String domain) {
    this.id = id;
    this.domain = domain;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String domain() {
    return domain;
  }

  public static Optional<JobBoard> find(String id) {
    return Arrays.stream(values()).filter(board -> board.id.equals(id)).findFirst();
  }
}
