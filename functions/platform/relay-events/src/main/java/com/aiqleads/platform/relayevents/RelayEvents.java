package com.aiqleads.platform.relayevents;

import com.aiqleads.kernel.EventId;
import com.aiqleads.lambda.Message;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.Queues;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.lambda.Target;
import com.aiqleads.lambda.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sweeps every context's outbox: takes what waits, sends it under the id it always had, and marks
/// who has it now. Two sweeps at a time take different rows.
@Singleton
final class RelayEvents {

  /// What must be left of the invocation to begin another batch.
  private static final Duration ENOUGH = Duration.ofSeconds(10);

  private static final int BATCH = 100;
  private static final Logger LOG = LoggerFactory.getLogger(RelayEvents.class);

  private final Outboxes outboxes;
  private final Database database;
  private final Queues queues;
  private final RemainingTime remainingTime;
  private final Metrics metrics;

  RelayEvents(
      Outboxes outboxes,
      Database database,
      Queues queues,
      RemainingTime remainingTime,
      Metrics metrics) {
    this.outboxes = outboxes;
    this.database = database;
    this.queues = queues;
    this.remainingTime = remainingTime;
    this.metrics = metrics;
  }

  /// A queue that took nothing of a batch is left alone until the next sweep, or what waits for it
  /// would keep everybody else's events waiting behind it.
  void sweep() {
    Set<Target> unreachable = new HashSet<>();
    for (String schema : outboxes.schemas()) {
      while (hasTime() && sweepSome(schema, unreachable)) {
        LOG.atDebug().addKeyValue("schema", schema).log("there may be more");
      }
      if (hasTime()) {
        outboxes.forget(schema);
      }
    }
  }

  /// Whether there may be more: the batch was full. There is an end to it, because each batch sends
  /// something or finds a queue that cannot be reached.
  private boolean sweepSome(String schema, Set<Target> unreachable) {
    return database.inTransaction(
        () -> {
          List<Message> waiting = outboxes.take(schema, unreachable, BATCH);
          List<Message> left = queues.send(waiting);
          outboxes.mark(schema, waiting, left);
          report(schema, waiting.size(), left.size());
          unreachable.addAll(unreached(waiting, left));
          return waiting.size() == BATCH;
        });
  }

  private static Set<Target> unreached(List<Message> waiting, List<Message> left) {
    Map<EventId, List<Target>> lacking =
        left.stream().collect(Collectors.toMap(Message::eventId, Message::targets));
    Set<Target> unreached =
        left.stream().flatMap(message -> message.targets().stream()).collect(Collectors.toSet());
    for (Message message : waiting) {
      List<Target> reached = new ArrayList<>(message.targets());
      reached.removeAll(lacking.getOrDefault(message.eventId(), List.of()));
      reached.forEach(unreached::remove);
    }
    return unreached;
  }

  private void report(String schema, int waiting, int left) {
    if (waiting > 0) {
      metrics.count("relayed", schema, left == 0 ? "all" : "some");
      LOG.atInfo()
          .addKeyValue("schema", schema)
          .addKeyValue("sent", waiting - left)
          .addKeyValue("left", left)
          .log("relayed");
    }
  }

  private boolean hasTime() {
    return remainingTime.remaining().compareTo(ENOUGH) > 0;
  }
}
