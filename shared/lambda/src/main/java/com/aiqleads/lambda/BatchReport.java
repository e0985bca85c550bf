package com.aiqleads.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import software.amazon.awssdk.core.exception.SdkException;

/// One log line and one count for the outcome of every event. Says whether it is settled: done, or
/// put aside for good.
@Singleton
final class BatchReport {

  private static final Logger LOG = LoggerFactory.getLogger(BatchReport.class);

  private final DeadLetters deadLetters;
  private final Metrics metrics;
  private final Handling handling;

  BatchReport(DeadLetters deadLetters, Metrics metrics, Handling handling) {
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.handling = handling;
  }

  boolean unreadable(SQSMessage message, PermanentFailure failure) {
    String event = Attributes.of(message, Attributes.EVENT).orElse("unknown");
    LoggingEventBuilder line =
        LOG.atWarn().addKeyValue("event", event).addKeyValue("messageId", message.getMessageId());
    return putAside(message, event, failure, line);
  }

  boolean settled(Delivered<?> item, Outcome outcome) {
    String event = item.delivery().event();
    return switch (outcome) {
      case Outcome.Handled(int published) -> {
        metrics.count("handled", event, "done");
        line(Level.INFO, item).addKeyValue("published", published).log("handled");
        yield true;
      }
      case Outcome.Repeated() -> {
        metrics.count("handled", event, "repeated");
        line(Level.INFO, item).log("handled before");
        yield true;
      }
      case Outcome.Failed(PermanentFailure never) ->
          putAside(item.message(), event, never, line(Level.WARN, item));
      case Outcome.Failed(IllegalArgumentException cause) ->
          settled(item, never("it says what cannot be: " + cause.getMessage(), cause));
      case Outcome.Failed(StackOverflowError cause) ->
          settled(item, never("it goes too deep for the stack", cause));
      case Outcome.Failed(Throwable cause) -> {
        metrics.count("handled", event, "failed");
        line(Level.WARN, item).setCause(cause).log("failed; will come again");
        yield false;
      }
    };
  }

  void end() {
    handling.end();
  }

  private static Outcome never(String reason, Throwable cause) {
    return new Outcome.Failed(new PermanentFailure(reason, cause));
  }

  private boolean putAside(
      SQSMessage message, String event, PermanentFailure failure, LoggingEventBuilder line) {
    try {
      deadLetters.put(message, failure.reason());
      metrics.count("handled", event, "dead");
      line.setCause(failure.getCause())
          .addKeyValue("reason", failure.reason())
          .log("put aside for good");
      return true;
    } catch (SdkException e) {
      metrics.count("handled", event, "failed");
      line.setCause(e).log("could not be put aside; will come again");
      return false;
    }
  }

  private static LoggingEventBuilder line(Level level, Delivered<?> item) {
    return LOG.atLevel(level)
        .addKeyValue("event", item.delivery().event())
        .addKeyValue("eventId", item.delivery().eventId())
        .addKeyValue("correlationId", item.delivery().correlationId());
  }
}
