package com.aiqleads.lambda.database;

import com.aiqleads.events.Event;
import com.aiqleads.lambda.Publisher;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/// A step with a store that handles one event after another.
public abstract class StoringEventFunction<E extends Event> extends StoringBatchFunction<E> {

  @SafeVarargs
  @SuppressWarnings("varargs")
  protected StoringEventFunction(Class<? extends E>... accepted) {
    super(accepted);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  protected StoringEventFunction(ApplicationContext context, Class<? extends E>... accepted) {
    super(context, accepted);
  }

  /// Called in the transaction before its events are handled, with all of them: to take what they
  /// need together, such as locks in one order, so that two batches never wait for each other.
  protected void prepare(List<E> events) {}

  /// Throwing means: not now, that item again later. [PermanentFailure] means: never.
  protected abstract void handle(E event, Publisher publisher);

  @Override
  protected final TransactionWork<E> begin(List<E> events) {
    prepare(events);
    return this::handle;
  }
}
