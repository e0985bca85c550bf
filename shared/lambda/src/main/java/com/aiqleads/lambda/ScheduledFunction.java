package com.aiqleads.lambda;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.MicronautRequestHandler;
import org.jspecify.annotations.Nullable;

/// Runs when its schedule is due. Throwing means: the scheduler tries again, with the same time.
public abstract class ScheduledFunction
    extends MicronautRequestHandler<ScheduledRun, @Nullable Void> {

  private final ScheduledRuns runs;

  protected ScheduledFunction() {
    this.runs = applicationContext.getBean(ScheduledRuns.class);
  }

  protected ScheduledFunction(ApplicationContext context) {
    super(context);
    this.runs = context.getBean(ScheduledRuns.class);
  }

  protected abstract void run(ScheduledRun run, Publisher publisher);

  @Override
  public final @Nullable Void execute(ScheduledRun run) {
    runs.run(run, publisher -> run(run, publisher));
    return null;
  }

  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return new FunctionContextBuilder();
  }
}
