package com.aiqleads.local.host.queue;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Whether a queue holds more than one poller can take: only then its helpers poll too, so that a
/// quiet queue costs one waiting call and one environment.
final class Backlog {

  private final int full;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean present;

  Backlog(Mapping mapping) {
    this.full = Math.min(mapping.batchSize(), Queues.MAX_BATCH);
  }

  void received(int messages) {
    lock.lock();
    try {
      present = messages >= full || (present && messages > 0);
      if (present) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  void await() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!present) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
