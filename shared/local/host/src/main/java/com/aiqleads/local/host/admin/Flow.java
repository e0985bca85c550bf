package com.aiqleads.local.host.admin;

import com.aiqleads.local.host.queue.Hop;
import com.aiqleads.local.host.queue.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/// The most recent hops, in memory.
public final class Flow implements Hop.Watcher {

  static final int CAPACITY = 50_000;

  private final Deque<Hop> hops = new ArrayDeque<>();
  private final int capacity;

  public Flow() {
    this(CAPACITY);
  }

  Flow(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public synchronized void saw(Hop hop, Message message) {
    if (hops.size() == capacity) {
      hops.removeFirst();
    }
    hops.addLast(hop);
  }

  /// The newest first.
  synchronized List<Hop> recent(int max) {
    return newest(max, _ -> true);
  }

  /// The oldest first: a journey reads from its beginning.
  synchronized List<Hop> journey(String correlationId, int max) {
    return newest(max, hop -> hop.correlationId().equals(correlationId)).reversed();
  }

  private List<Hop> newest(int max, Predicate<Hop> wanted) {
    List<Hop> found = new ArrayList<>();
    for (Iterator<Hop> i = hops.descendingIterator(); i.hasNext() && found.size() < max; ) {
      Hop hop = i.next();
      if (wanted.test(hop)) {
        found.add(hop);
      }
    }
    return found;
  }
}
