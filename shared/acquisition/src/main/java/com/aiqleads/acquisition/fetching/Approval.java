package com.aiqleads.acquisition.fetching;

import java.time.Instant;

/// Whether a person has read a source's terms and allowed us to fetch it. Every approval of a
/// real one ends; those of the sandbox are open-ended.
public sealed interface Approval {

  /// From then on is no time that anybody means.
  Instant OPEN_ENDED = Instant.parse("9999-01-01T00:00:00Z");

  record Approved(String by, Instant until) implements Approval {}

  record NotApproved() implements Approval {}

  default boolean isLive(Instant now) {
    return switch (this) {
      case Approved approved -> now.isBefore(approved.until);
      case NotApproved() -> false;
    };
  }

  default String text() {
    return switch (this) {
      case Approved(String by, Instant until) ->
          until.isBefore(OPEN_ENDED) ? by + " until " + until : by + ", open-ended";
      case NotApproved() -> "nobody";
    };
  }
}
