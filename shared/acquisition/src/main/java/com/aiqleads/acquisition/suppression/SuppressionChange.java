package com.aiqleads.acquisition.suppression;

import com.aiqleads.acquisition.suppression.SuppressionKey.Kind;
import java.time.Instant;
import java.util.UUID;

/// That somebody suppressed a key or let it in again.
///
/// @param digest the keyed hash of the key
/// @param by the user, or the registry that passed the wish on
public record SuppressionChange(
    UUID digest, Kind kind, Act act, String by, String reason, Instant at) {

  public enum Act {
    SUPPRESSED,
    LIFTED
  }
}
