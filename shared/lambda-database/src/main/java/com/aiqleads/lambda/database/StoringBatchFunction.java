package com.aiqleads.lambda.database;

import com.aiqleads.events.Event;
import com.aiqleads.lambda.BatchFunction;
import com.aiqleads.lambda.Delivered;
import com.aiqleads.lambda.Outcome;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/// A step with a store: its effect, the row that says it was handled and what it emits are one
/// transaction. What it emits is sent after the commit, at the latest by `relay-events`.
public abstract class StoringBatchFunction<E extends Event> extends BatchFunction<E> {

  private final StoringSteps steps;

  @SafeVarargs
  @SuppressWarnings("varargs")
  protected StoringBatchFunction(Class<? extends E>... accepted) {
    super(List.of(accepted));
    this.steps = applicationContext.getBean(StoringSteps.class);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  protected StoringBatchFunction(ApplicationContext context, Class<? extends E>... accepted) {
    super(context, List.of(accepted));
    this.steps = context.getBean(StoringSteps.class);
  }

  /// Called in the transaction with all of its events: takes what they need together, such as locks
  /// in one order, so that two batches never wait for each other; and begins what handles them.
  protected abstract TransactionWork<E> begin(List<E> events);

  @Override
  protected final List<Outcome> process(List<Delivered<E>> items) {
    return steps.run(items, this::begin);
  }
}
