package com.aiqleads.acquisition.pulldeletions;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;

/// Takes the next step whenever the schedule says so.
public final class PullDeletionsHandler extends ScheduledFunction {

  private final PullDeletions pullDeletions = applicationContext.getBean(PullDeletions.class);
  private final WarnOfDelay warnOfDelay = applicationContext.getBean(WarnOfDelay.class);

  public PullDeletionsHandler() {}

  PullDeletionsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    warnOfDelay.warn(publisher);
    pullDeletions.step();
  }
}
