package com.aiqleads.lambda;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.Ids;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs schedules: what a repeated run says again is the same event.
@Singleton
final class ScheduledRuns {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledRuns.class);

  private final Handling handling;
  private final Messages messages;
  private final Queues queues;
  private final Metrics metrics;

  ScheduledRuns(Handling handling, Messages messages, Queues queues, Metrics metrics) {
    this.handling = handling;
    this.messages = messages;
    this.queues = queues;
    this.metrics = metrics;
  }

  void run(ScheduledRun run, Consumer<Publisher> work) {
    Delivery delivery = delivery(run);
    SendingPublisher publisher = new SendingPublisher(messages, queues, delivery);
    try {
      handling.run(
          delivery,
          () -> {
            work.accept(publisher);
            publisher.flush();
          });
      metrics.count("handled", delivery.event(), "done");
      LOG.atInfo()
          .addKeyValue("schedule", run.schedule())
          .addKeyValue("published", publisher.sent())
          .log("ran");
    } catch (RuntimeException e) {
      metrics.count("handled", delivery.event(), "failed");
      LOG.atWarn().setCause(e).addKeyValue("schedule", run.schedule()).log("run failed");
      throw e;
    } finally {
      handling.end();
    }
  }

  private static Delivery delivery(ScheduledRun run) {
    String due = run.scheduledTime().toString();
    return new Delivery(
        new EventId(Ids.derived("run", run.schedule(), due)),
        "ScheduledRun",
        run.scheduledTime(),
        new CorrelationId(Ids.derived("correlation", run.schedule(), due)),
        TraceParent.start());
  }
}
