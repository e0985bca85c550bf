package com.aiqleads.marketplace.payments;

import java.util.List;

/// What a gateway says that it has said.
public sealed interface Said {

  /// All of it, the oldest first.
  ///
  /// @param unread how many messages cannot be read
  record All(List<GatewayMessage> messages, int unread) implements Said {
    public All {
      messages = List.copyOf(messages);
    }
  }

  /// More than anybody reads at once: whoever asks for a shorter time hears it.
  record TooMuch() implements Said {}

  /// No answer: whoever asks again asks for the same.
  record Silence() implements Said {}
}
