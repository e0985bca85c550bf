package com.aiqleads.acquisition.contacting;

import com.aiqleads.acquisition.suppression.SuppressionKey;
import java.time.Instant;

/// One line of the ledger: somebody agreed to a channel, or does not any more.
///
/// @param who by phone number or mail address
/// @param text what the person was shown, or how they took it back
/// @param by who entered it
public record Consent(
    SuppressionKey who, Channel channel, Act act, String text, String by, Instant at) {

  /// A revocation counts however it was made.
  public enum Act {
    GIVEN,
    REVOKED
  }
}
