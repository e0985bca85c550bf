package com.aiqleads.lambda.database;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.DerivingPublisher;
import com.aiqleads.lambda.FunctionIdentity;
import com.aiqleads.lambda.Messages;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.TraceParent;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Function;

/// For functions that write without an event: HTTP functions, schedules. What is published in the
/// work is stored with its effects and sent after the commit.
@Singleton
public final class Outbox {

  private final Database database;
  private final OutboxRows rows;
  private final AfterCommit afterCommit;
  private final Messages messages;
  private final FunctionIdentity function;
  private final CurrentDelivery current;
  private final InstantSource clock;

  Outbox(
      Database database,
      OutboxRows rows,
      AfterCommit afterCommit,
      Messages messages,
      FunctionIdentity function,
      CurrentDelivery current,
      InstantSource clock) {
    this.database = database;
    this.rows = rows;
    this.afterCommit = afterCommit;
    this.messages = messages;
    this.function = function;
    this.current = current;
    this.clock = clock;
  }

  /// Opens a transaction, gives the work a publisher into the outbox, commits, sends, marks.
  public <T> T inTransaction(CorrelationId correlationId, Function<Publisher, T> work) {
    if (database.isInTransaction()) {
      throw new IllegalStateException("events would be sent before the outer transaction commits");
    }
    DerivingPublisher publisher = new DerivingPublisher(messages, function, cause(correlationId));
    T result =
        database.inTransaction(
            () -> {
              T done = work.apply(publisher);
              rows.add(publisher.said());
              return done;
            });
    afterCommit.send(publisher.said());
    return result;
  }

  private Delivery cause(CorrelationId correlationId) {
    TraceParent trace = current.delivery().map(Delivery::trace).orElseGet(TraceParent::start);
    return new Delivery(
        new EventId(Ids.next(clock)), "Call", clock.instant(), correlationId, trace);
  }
}
