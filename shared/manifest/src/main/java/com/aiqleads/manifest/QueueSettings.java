package com.aiqleads.manifest;

import java.time.Duration;

/// The queue of an event-triggered function, and the dead-letter queue behind it.
public record QueueSettings(
    String name,
    String deadLetters,
    Duration visibility,
    Duration retention,
    int maxReceiveCount,
    Duration deadLetterRetention,
    boolean fifo) {

  /// AWS's advice: room for retries of a throttled batch.
  private static final int VISIBILITY_PER_TIMEOUT = 6;

  private static final int MAX_RECEIVE_COUNT = 5;
  private static final Duration RETENTION = Duration.ofDays(4);

  /// Longer than the queue's own, for a message keeps its age when it moves.
  private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(14);

  public static QueueSettings of(FunctionManifest function, AwsNames names) {
    return new QueueSettings(
        names.queue(function),
        names.deadLetters(function),
        function.limits().timeout().multipliedBy(VISIBILITY_PER_TIMEOUT),
        RETENTION,
        MAX_RECEIVE_COUNT,
        DEAD_LETTER_RETENTION,
        function.ordering() instanceof Ordering.By);
  }
}
