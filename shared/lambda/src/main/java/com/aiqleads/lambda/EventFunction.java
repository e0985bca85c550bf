package com.aiqleads.lambda;

import com.aiqleads.events.Event;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.function.BiConsumer;

/// A step without a store: it emits before it acknowledges. The items of a batch run in parallel,
/// unless their queue keeps order: then those of one group run one after another.
public abstract class EventFunction<E extends Event> extends BatchFunction<E> {

  private final ParallelSteps steps;

  @SafeVarargs
  @SuppressWarnings("varargs")
  protected EventFunction(Class<? extends E>... accepted) {
    super(List.of(accepted));
    this.steps = applicationContext.getBean(ParallelSteps.class);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  protected EventFunction(ApplicationContext context, Class<? extends E>... accepted) {
    super(context, List.of(accepted));
    this.steps = context.getBean(ParallelSteps.class);
  }

  /// Throwing means: not now, that item again later. [PermanentFailure] means: never.
  protected abstract void handle(E event, Publisher publisher);

  /// What is done with each event of a batch: for whoever asks something for all of them at once.
  protected BiConsumer<E, Publisher> step(List<E> events) {
    return this::handle;
  }

  @Override
  protected final List<Outcome> process(List<Delivered<E>> items) {
    return steps.run(items, step(items.stream().map(Delivered::event).toList()));
  }
}
