package com.aiqleads.acquisition.fetching;

import java.util.Optional;

/// What is known of every site, changed by one at a time.
public interface SiteStates {

  /// Decides what comes after a state; the same decision may be asked for several times, until
  /// nobody else's has come between.
  interface Change<T> {
    Decided<T> of(SiteState before);
  }

  /// What a change decides.
  ///
  /// @param after empty if the state stays as it is
  record Decided<T>(T result, Optional<SiteState> after) {}

  <T> T change(String site, Change<T> change);
}
