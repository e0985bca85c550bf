package com.aiqleads.lambda;

import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import org.jspecify.annotations.Nullable;

/// Runs when its schedule is due.
public abstract class ScheduledFunction
    extends MicronautRequestHandler<ScheduledRun, @Nullable Void> {

  protected ScheduledFunction() {}

  protected ScheduledFunction(ApplicationContext context) {
    super(context);
  }

  protected abstract void run(ScheduledRun run, Publisher publisher);

  @Override
  public final @Nullable Void execute(ScheduledRun run) {
    return null;
  }
}
