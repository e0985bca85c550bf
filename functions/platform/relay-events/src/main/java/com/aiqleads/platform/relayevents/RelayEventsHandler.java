package com.aiqleads.platform.relayevents;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

public final class RelayEventsHandler extends ScheduledFunction {

  @Inject RelayEvents relayEvents;

  public RelayEventsHandler() {}

  public RelayEventsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    relayEvents.sweep();
  }
}
