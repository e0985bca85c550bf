package com.aiqleads.marketplace.rebuildindex;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;

/// Runs once a week against slow drift, and whenever somebody invokes it.
public final class RebuildIndexHandler extends ScheduledFunction {

  private final RebuildIndex rebuildIndex;

  public RebuildIndexHandler() {
    this.rebuildIndex = applicationContext.getBean(RebuildIndex.class);
  }

  RebuildIndexHandler(ApplicationContext context) {
    super(context);
    this.rebuildIndex = context.getBean(RebuildIndex.class);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    rebuildIndex.rebuild();
  }
}
