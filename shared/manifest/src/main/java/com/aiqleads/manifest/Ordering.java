package com.aiqleads.manifest;

/// Whether the events of a function must keep their order.
public sealed interface Ordering {

  record Unordered() implements Ordering {}

  /// A FIFO queue; events with the same value in this field keep their order.
  record By(String field) implements Ordering {}
}
