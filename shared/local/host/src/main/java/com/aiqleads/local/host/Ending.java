package com.aiqleads.local.host;

import java.time.Duration;

/// Ends the host in order, or at once when that takes too long: a function in this process that
/// computes without end can neither be stopped nor waited for. Nothing is lost: every store and
/// queue is made to be killed.
record Ending(Runnable inOrder, Duration limit, Runnable atOnce) implements Runnable {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int KILLED = 3;

  static Ending of(AutoCloseable host) {
    return new Ending(() -> close(host), LIMIT, Ending::kill);
  }

  @Override
  public void run() {
    Thread ending = Thread.ofPlatform().daemon().name("ending").start(inOrder);
    try {
      if (!ending.join(limit)) {
        atOnce.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      atOnce.run();
    }
  }

  private static void close(AutoCloseable host) {
    try {
      host.close();
    } catch (Exception e) {
      System.err.println("AIQLeads did not end cleanly: " + e);
    }
  }

  /// Services and functions first, which would only notice our end a moment later.
  static void kill() {
    System.err.println("AIQLeads did not end in time: killed");
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(KILLED);
  }
}
