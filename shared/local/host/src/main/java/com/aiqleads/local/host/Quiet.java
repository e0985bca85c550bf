package com.aiqleads.local.host;

import com.aiqleads.local.host.queue.Mapping;
import com.aiqleads.local.host.queue.Queues;
import com.aiqleads.local.host.schedule.AsyncInvocations;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Knows when nothing is left to do: no message waits, is with a function or is not due yet, no
/// invocation is open, and no outbox holds anything back.
final class Quiet {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final int LOOKS = 3;

  private final Queues queues;
  private final List<Mapping> mappings;
  private final AsyncInvocations async;
  private final Outboxes outboxes;

  Quiet(Queues queues, List<Mapping> mappings, AsyncInvocations async, Outboxes outboxes) {
    this.queues = queues;
    this.mappings = mappings;
    this.async = async;
    this.outboxes = outboxes;
  }

  /// Waits until it has been quiet for a few looks in a row, but no longer than the limit.
  boolean await(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    int quiet = 0;
    while (quiet < LOOKS && System.nanoTime() < end) {
      quiet = isQuiet() ? quiet + 1 : 0;
      Thread.sleep(BETWEEN_LOOKS);
    }
    return quiet >= LOOKS;
  }

  private boolean isQuiet() {
    try {
      return async.open() == 0 && messages() == 0 && outboxes.pending() == 0;
    } catch (IOException e) {
      // A service that is being started again answers soon.
      return false;
    }
  }

  private long messages() throws IOException {
    long sum = 0;
    for (Mapping mapping : mappings) {
      sum += queues.counts(mapping.queue()).all();
    }
    return sum;
  }

  long deadLetters() throws IOException {
    long sum = 0;
    for (Mapping mapping : mappings) {
      sum += queues.counts(mapping.deadLetters()).all();
    }
    return sum;
  }

  long givenUp() {
    return async.givenUp();
  }
}
