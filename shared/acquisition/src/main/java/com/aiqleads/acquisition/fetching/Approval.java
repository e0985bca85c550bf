package com.aiqleads.acquisition.fetching;

import java.time.Instant;

/// Whether a person has read a source's terms and allowed us to fetch it. Every approval ends.
public sealed interface Approval {

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
      case Approved(String by, Instant until) -> by + " until " + until;
      case NotApproved() -> "nobody";
    };
  }
}
