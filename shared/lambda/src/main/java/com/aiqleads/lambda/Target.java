package com.aiqleads.lambda;

import java.util.Optional;

/// A function that takes an event, as the routes name it: `marketplace-price-lead`, or with a queue
/// that keeps order `careers-send-telegram.fifo#conversation`.
public record Target(String text) {

  private static final char GROUP_MARK = '#';

  /// The queue is named after this.
  public String functionId() {
    int mark = text.indexOf(GROUP_MARK);
    return mark < 0 ? text : text.substring(0, mark);
  }

  /// The field of the event that says what keeps its order.
  public Optional<String> groupField() {
    int mark = text.indexOf(GROUP_MARK);
    return mark < 0 ? Optional.empty() : Optional.of(text.substring(mark + 1));
  }
}
