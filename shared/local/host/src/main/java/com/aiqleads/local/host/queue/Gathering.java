package com.aiqleads.local.host.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Collects the messages of one batch: until it is full, its window has passed, or it is as large
/// as an invocation may be.
final class Gathering {

  static final Duration LONG_POLL = Duration.ofSeconds(20);
  static final int MAX_PAYLOAD_BYTES = 6 * 1024 * 1024 - 1024;
  private static final long PAUSE_MILLIS = 100;

  private final Queues queues;
  private final Mapping mapping;

  Gathering(Queues queues, Mapping mapping) {
    this.queues = queues;
    this.mapping = mapping;
  }

  List<Message> next() throws IOException, InterruptedException {
    List<Message> batch = receive(mapping.batchSize(), LONG_POLL);
    int last = batch.size();
    long end = System.nanoTime() + mapping.window().toNanos();
    while (wantsMore(batch) && System.nanoTime() < end) {
      if (last < Queues.MAX_BATCH) {
        // Whoever waits for a queue is answered with the first message of what is being sent.
        Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 0, PAUSE_MILLIS));
      }
      List<Message> more = receive(mapping.batchSize() - batch.size(), Duration.ZERO);
      batch.addAll(more);
      last = more.size();
    }
    return batch;
  }

  private List<Message> receive(int max, Duration wait) throws IOException {
    return queues.receive(mapping.queue(), max, wait);
  }

  private boolean wantsMore(List<Message> batch) {
    return !batch.isEmpty()
        && batch.size() < mapping.batchSize()
        && payload(batch) < MAX_PAYLOAD_BYTES;
  }

  /// The messages in runs that each fit into one invocation.
  static List<List<Message>> invocations(List<Message> messages) {
    List<List<Message>> invocations = new ArrayList<>();
    long bytes = 0;
    for (Message message : messages) {
      bytes += message.payloadBytes();
      if (invocations.isEmpty() || bytes > MAX_PAYLOAD_BYTES) {
        invocations.add(new ArrayList<>());
        bytes = message.payloadBytes();
      }
      invocations.getLast().add(message);
    }
    return invocations;
  }

  private static long payload(List<Message> messages) {
    return messages.stream().mapToLong(Message::payloadBytes).sum();
  }
}
