package com.aiqleads.local.host.queue;

import com.aiqleads.local.host.function.FunctionPool;
import com.aiqleads.local.host.function.Outcome;
import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Invokes a function with a batch and deletes what it has done; the rest reappears by itself, and
/// the queue moves what fails too often to its dead letters.
final class Delivery {

  private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

  private final Queues queues;
  private final Mapping mapping;
  private final FunctionPool pool;
  private final Hop.Watcher watcher;

  Delivery(Queues queues, Mapping mapping, FunctionPool pool, Hop.Watcher watcher) {
    this.queues = queues;
    this.mapping = mapping;
    this.pool = pool;
    this.watcher = watcher;
  }

  /// Answers whether the function worked at all, so that its poller may slow down if not.
  boolean deliver(List<Message> batch) throws IOException {
    long begin = System.nanoTime();
    Outcome outcome = pool.invoke(payload(batch));
    Duration duration = Duration.ofNanos(System.nanoTime() - begin);
    BatchResult result = BatchResult.of(outcome, batch);
    List<Message> done = batch.stream().filter(result::isDone).toList();
    pool.figures().batch(batch.size(), batch.size() - done.size());
    // Told before it is deleted: whoever finds the queue empty has heard of everything.
    batch.forEach(m -> watcher.saw(Hop.of(mapping, m, result.isDone(m), duration), m));
    queues.delete(mapping.queue(), done);
    return !(result instanceof BatchResult.AllFailed failed) || report(failed, batch.size());
  }

  private boolean report(BatchResult.AllFailed failed, int size) {
    LOG.log(
        System.Logger.Level.WARNING,
        "{0}: a batch of {1} failed: {2}",
        mapping.functionId(),
        size,
        failed.reason());
    return false;
  }

  private byte[] payload(List<Message> batch) {
    String arn = Queues.arn(mapping.queue());
    ObjectNode event = Json.object();
    ArrayNode records = event.putArray("Records");
    batch.forEach(message -> records.add(message.record(arn)));
    return Json.bytes(event);
  }
}
