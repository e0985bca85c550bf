package com.aiqleads.platform.relayevents;

import com.aiqleads.lambda.Message;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.Queues;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.lambda.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
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

  void sweep() {
    for (String schema : outboxes.schemas()) {
      while (hasTime() && sweepSome(schema)) {
        LOG.atDebug().addKeyValue("schema", schema).log("there may be more");
      }
      if (hasTime()) {
        outboxes.forget(schema);
      }
    }
  }

  /// Whether there may be more: a full batch of which at least a part could be sent.
  private boolean sweepSome(String schema) {
    return database.inTransaction(
        () -> {
          List<Message> waiting = outboxes.take(schema, BATCH);
          List<Message> left = queues.send(waiting);
          outboxes.mark(schema, waiting, left);
          report(schema, waiting.size(), left.size());
          return waiting.size() == BATCH && left.size() < BATCH;
        });
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
