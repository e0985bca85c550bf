package com.aiqleads.marketplace.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads what comes in a gateway's name.
public interface GatewayMessages {

  /// Nothing if it is not from the gateway, or too old to be believed.
  ///
  /// @param body as it came, to the byte
  Optional<GatewayMessage> read(String body, String signature);

  /// What the gateway has said since then, told to us or not, the oldest first. Nothing at all
  /// if it does not answer: whoever asks again asks for the same.
  ///
  /// @param since at most thirty days ago: nobody keeps it for longer
  Optional<List<GatewayMessage>> since(Instant since);
}
