package com.aiqleads.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.core.type.Argument;
import io.micronaut.function.aws.MicronautRequestHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// Runs when its schedule is due. Throwing means: the scheduler tries again, with the same time.
public abstract class ScheduledFunction
    extends MicronautRequestHandler<ScheduledRun, @Nullable Void> implements RequestStreamHandler {

  private static final Argument<ScheduledRun> INPUT = Argument.of(ScheduledRun.class);

  private final ScheduledRuns runs;
  private final Payloads payloads;

  protected ScheduledFunction() {
    this.runs = applicationContext.getBean(ScheduledRuns.class);
    this.payloads = applicationContext.getBean(Payloads.class);
  }

  protected ScheduledFunction(ApplicationContext context) {
    super(context);
    this.runs = context.getBean(ScheduledRuns.class);
    this.payloads = context.getBean(Payloads.class);
  }

  protected abstract void run(ScheduledRun run, Publisher publisher);

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    payloads.handle(input, output, INPUT, run -> handleRequest(run, context));
  }

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
