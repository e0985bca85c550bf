package com.aiqleads.local.host.queue;

import com.aiqleads.local.host.function.FunctionHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Polls the queues of all functions that events trigger.
public final class EventSourceMappings implements AutoCloseable {

  private final List<Poller> pollers = new ArrayList<>();

  private final Queues queues;
  private final Path folder;

  /// The folder keeps what is in flight, for the host after this one.
  public EventSourceMappings(
      Queues queues,
      FunctionHost functions,
      List<Mapping> mappings,
      Path folder,
      Hop.Watcher watcher) {
    this(queues, functions, mappings, folder, watcher, Thread::sleep);
  }

  EventSourceMappings(
      Queues queues,
      FunctionHost functions,
      List<Mapping> mappings,
      Path folder,
      Hop.Watcher watcher,
      Backoff.Sleep sleep) {
    this.queues = queues;
    this.folder = folder;
    refuseTwice(mappings);
    for (Mapping mapping : mappings) {
      Delivery delivery =
          new Delivery(queues, mapping, functions.pool(mapping.functionId()), watcher);
      Gathering gathering = new Gathering(queues, mapping);
      Backlog backlog = new Backlog(mapping);
      for (int i = 0; i < mapping.concurrency(); i++) {
        String name = "poll " + mapping.queue() + " " + i;
        InFlight inFlight = new InFlight(folder, mapping.queue(), i);
        pollers.add(
            new Poller(gathering, delivery, backlog, inFlight, new Backoff(sleep), i > 0, name));
      }
    }
  }

  /// As Lambda does: two mappings of one queue to one function would each take half of it.
  private static void refuseTwice(List<Mapping> mappings) {
    Set<String> known = new HashSet<>();
    for (Mapping mapping : mappings) {
      if (!known.add(mapping.functionId() + " " + mapping.queue())) {
        throw new IllegalArgumentException(
            "%s is mapped to %s twice".formatted(mapping.queue(), mapping.functionId()));
      }
    }
  }

  public void start() {
    InFlight.release(folder, queues);
    pollers.forEach(Poller::start);
  }

  /// Takes nothing new and waits until the functions have ended what they have.
  @Override
  public void close() {
    pollers.forEach(Poller::stop);
    try {
      for (Poller poller : pollers) {
        poller.awaitEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
