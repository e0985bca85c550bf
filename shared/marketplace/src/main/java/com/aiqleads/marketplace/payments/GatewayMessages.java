package com.aiqleads.marketplace.payments;

import java.time.Instant;
import java.util.Optional;

/// Reads what comes in a gateway's name.
public interface GatewayMessages {

  /// Nothing if it is not from the gateway, or too old to be believed.
  ///
  /// @param body as it came, to the byte
  Optional<GatewayMessage> read(String body, String signature);

  /// What the gateway has said in that time, told to us or not.
  ///
  /// @param from at most thirty days ago: nobody keeps it for longer
  /// @param until the second that it is in counts as well
  Said between(Instant from, Instant until);
}
