package com.aiqleads.marketplace.payments;

import java.util.Optional;

/// Reads what comes in a gateway's name.
public interface GatewayMessages {

  /// Nothing if it is not from the gateway, or too old to be believed.
  ///
  /// @param body as it came, to the byte
  Optional<GatewayMessage> read(String body, String signature);
}
