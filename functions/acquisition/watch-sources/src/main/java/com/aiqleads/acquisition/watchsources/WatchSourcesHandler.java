package com.aiqleads.acquisition.watchsources;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;

/// Watches whenever the schedule says so.
public final class WatchSourcesHandler extends ScheduledFunction {

  private final WatchSources watchSources = applicationContext.getBean(WatchSources.class);

  public WatchSourcesHandler() {}

  WatchSourcesHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    watchSources.watch(publisher);
  }
}
