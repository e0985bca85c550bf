package com.aiqleads.acquisition.contacting;

import java.time.Duration;

/// The national do-not-call registry, which gives its subscribers a list for each area code.
public interface NationalRegistry {

  /// No answer takes longer: one that has not come whole by then is no answer.
  Duration MAX_ANSWER = Duration.ofSeconds(60);

  sealed interface Answer {}

  record Given(AreaList list) implements Answer {}

  record Withheld(Reason reason) implements Answer {}

  enum Reason {
    /// Nobody has told us where the lists are.
    OFF,
    /// Nothing is paid for that area, or it has no list.
    NOT_SUBSCRIBED,
    /// It has been asked too often.
    TOO_SOON,
    /// It does not answer, or not as whom we say we are.
    UNREACHED,
    /// What came is no such list, or not all of it.
    UNREADABLE;

    /// Whether somebody has to see to it.
    public boolean isFailure() {
      return this == UNREACHED || this == UNREADABLE;
    }
  }

  /// Whether somebody has told us where the lists are.
  boolean isOn();

  Answer list(AreaCode area);
}
