package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.lambda.Publisher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Remembers what was said; what was not flushed is lost if the run ends with a failure, which it
/// does once so many events have been said.
final class RecordingPublisher implements Publisher {

  private final Map<CorrelationId, Event> sent = new LinkedHashMap<>();
  private final Map<CorrelationId, Event> waiting = new LinkedHashMap<>();
  private final List<Event> said = new ArrayList<>();
  private int killedAfter = Integer.MAX_VALUE;

  /// No exception: nothing survives that a dead process could still have done.
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed");
    }
  }

  void killAfter(int events) {
    killedAfter = said.size() + events;
  }

  void live() {
    waiting.clear();
    killedAfter = Integer.MAX_VALUE;
  }

  @Override
  public void publish(Event event) {
    throw new IllegalArgumentException("every page starts a journey of its own");
  }

  @Override
  public synchronized void publish(Event event, CorrelationId journey) {
    if (said.size() >= killedAfter) {
      throw new Killed();
    }
    said.add(event);
    waiting.put(journey, event);
  }

  @Override
  public synchronized void flush() {
    sent.putAll(waiting);
    waiting.clear();
  }

  /// Each event once, however often it was sent.
  synchronized <E extends Event> List<E> sent(Class<E> type) {
    return sent.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  synchronized int said() {
    return said.size();
  }
}
