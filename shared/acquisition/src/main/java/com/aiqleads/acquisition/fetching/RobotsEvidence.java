package com.aiqleads.acquisition.fetching;

import java.net.URI;
import java.time.Instant;

/// What proves that a site's robots file was read and obeyed.
///
/// @param status 0 if no answer came
/// @param body as it was read; empty if there was none to read
/// @param rule the line that decided of the page; empty if none spoke of it
public record RobotsEvidence(URI url, int status, PageBytes body, Instant fetchedAt, String rule) {

  public RobotsEvidence(URI url, int status, PageBytes body, Instant fetchedAt) {
    this(url, status, body, fetchedAt, "");
  }

  RobotsEvidence decidedBy(String line) {
    return new RobotsEvidence(url, status, body, fetchedAt, line);
  }
}
