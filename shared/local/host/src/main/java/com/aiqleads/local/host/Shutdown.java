package com.aiqleads.local.host;

import java.util.ArrayDeque;
import java.util.Deque;

/// What has been started, ended in the opposite order. Safe to call from a signal while the start
/// is still under way: what comes after that is ended at once.
final class Shutdown implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Shutdown.class.getName());

  private record Step(String name, AutoCloseable end) {}

  private final Deque<Step> steps = new ArrayDeque<>();
  private boolean closed;

  synchronized <T extends AutoCloseable> T add(String name, T started) {
    Step step = new Step(name, started);
    if (closed) {
      end(step);
      throw new StartRefused("told to stop while starting");
    }
    steps.push(step);
    return started;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!steps.isEmpty()) {
      end(steps.pop());
    }
  }

  private static void end(Step step) {
    try {
      step.end().close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, step.name() + " did not end cleanly", e);
    }
  }
}
