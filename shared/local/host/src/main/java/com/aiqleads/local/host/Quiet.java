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
  private volatile int busy;

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
      quiet = isNow() ? quiet + 1 : 0;
      Thread.sleep(BETWEEN_LOOKS);
    }
    return quiet >= LOOKS;
  }

  /// Whether it is, at this moment; the next step of an event may be on its way.
  boolean isNow() {
    try {
      return async.open() == 0 && !isAnyQueueBusy() && outboxes.pending() == 0;
    } catch (IOException e) {
      // A service that is being started again answers soon.
      return false;
    }
  }

  /// The queue that was busy at the last look is asked first: while there is work, a look is one
  /// question and not one for each of all queues.
  private boolean isAnyQueueBusy() throws IOException {
    for (int asked = 0; asked < mappings.size(); asked++) {
      int one = (busy + asked) % mappings.size();
      if (queues.counts(mappings.get(one).queue()).all() > 0) {
        busy = one;
        return true;
      }
    }
    return false;
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
