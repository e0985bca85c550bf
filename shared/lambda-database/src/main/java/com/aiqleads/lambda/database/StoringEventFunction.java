package com.aiqleads.lambda.database;

import com.aiqleads.events.Event;
import com.aiqleads.lambda.BatchFunction;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/// A step with a store: its effect, the row that says it was handled and what it emits are one
/// transaction. What it emits is sent after the commit, at the latest by `relay-events`.
public abstract class StoringEventFunction<E extends Event> extends BatchFunction<E> {

  @SafeVarargs
  @SuppressWarnings("varargs")
  protected StoringEventFunction(Class<? extends E>... accepted) {
    super(List.of(accepted));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  protected StoringEventFunction(ApplicationContext context, Class<? extends E>... accepted) {
    super(context, List.of(accepted));
  }
}
