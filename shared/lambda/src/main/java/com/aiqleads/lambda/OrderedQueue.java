package com.aiqleads.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.Optional;

/// What is different about a queue that keeps the order of its groups (`order-by` in a manifest).
final class OrderedQueue {

  private static final String SUFFIX = ".fifo";
  private static final String GROUP = "MessageGroupId";

  private OrderedQueue() {}

  /// The group that keeps its order; none for a message of any other queue, which may have a group
  /// too, but only to share the queue fairly.
  static Optional<String> groupOf(SQSMessage message) {
    String queue = message.getEventSourceArn();
    return queue == null || !queue.endsWith(SUFFIX)
        ? Optional.empty()
        : Optional.ofNullable(message.getAttributes()).map(all -> all.get(GROUP));
  }

  static String named(String queue) {
    return queue + SUFFIX;
  }
}
