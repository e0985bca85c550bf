package com.aiqleads.lambda.database;

import com.aiqleads.events.Event;
import com.aiqleads.lambda.Publisher;

/// Handles the events of one transaction, with what they share for as long as it lasts.
@FunctionalInterface
public interface TransactionWork<E extends Event> {

  void handle(E event, Publisher publisher);

  /// After the last of them, still in the transaction: writes together what they decided.
  default void conclude() {}
}
