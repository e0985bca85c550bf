package com.aiqleads.local.host.queue;

import java.io.IOException;
import java.util.List;

/// One loop that takes batches from a queue until it is told to stop.
final class Poller implements Runnable {

  private static final System.Logger LOG = System.getLogger(Poller.class.getName());

  private final Gathering gathering;
  private final Delivery delivery;
  private final Backlog backlog;
  private final InFlight inFlight;
  private final Backoff backoff;
  private final boolean helper;
  private final Object receiving = new Object();
  private boolean interruptible;
  private volatile boolean stopping;
  private final Thread thread;

  Poller(
      Gathering gathering,
      Delivery delivery,
      Backlog backlog,
      InFlight inFlight,
      Backoff backoff,
      boolean helper,
      String name) {
    this.gathering = gathering;
    this.delivery = delivery;
    this.backlog = backlog;
    this.inFlight = inFlight;
    this.backoff = backoff;
    this.helper = helper;
    this.thread = Thread.ofVirtual().name(name).unstarted(this);
  }

  void start() {
    thread.start();
  }

  @Override
  public void run() {
    while (!stopping) {
      try {
        turn();
      } catch (InterruptedException e) {
        // Only stop() interrupts, and the loop's condition tells.
      } catch (IOException | RuntimeException e) {
        failed(e);
      }
    }
  }

  private void turn() throws IOException, InterruptedException {
    List<Message> messages = receive();
    if (messages.isEmpty()) {
      return;
    }
    inFlight.took(messages);
    for (List<Message> batch : Gathering.invocations(messages)) {
      backoff.tried(delivery.deliver(batch));
    }
    inFlight.ended();
    pauseAfterFailures();
  }

  private List<Message> receive() throws IOException, InterruptedException {
    interruptible(true);
    try {
      if (helper) {
        backlog.await();
      }
      List<Message> messages = gathering.next();
      backlog.received(messages.size());
      return messages;
    } finally {
      interruptible(false);
    }
  }

  private void failed(Exception e) {
    if (stopping) {
      return;
    }
    backoff.tried(false);
    System.Logger.Level level =
        e instanceof IOException ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR;
    LOG.log(level, thread.getName() + " goes on after a failure", e);
    try {
      pauseAfterFailures();
    } catch (InterruptedException stopped) {
      // As in run().
    }
  }

  private void pauseAfterFailures() throws InterruptedException {
    if (backoff.isDue() && !stopping) {
      interruptible(true);
      try {
        backoff.pause();
      } finally {
        interruptible(false);
      }
    }
  }

  /// A poller may be interrupted while it waits, never while a function works.
  private void interruptible(boolean now) {
    synchronized (receiving) {
      interruptible = now;
      if (!now && Thread.interrupted()) {
        LOG.log(System.Logger.Level.DEBUG, "told to stop");
      }
    }
  }

  void stop() {
    stopping = true;
    synchronized (receiving) {
      if (interruptible) {
        thread.interrupt();
      }
    }
  }

  void awaitEnd() throws InterruptedException {
    thread.join();
  }
}
