package com.aiqleads.acquisition.sweeprecords;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;

/// LeadErased out, by the outbox, for each lead whose time is over.
public final class SweepRecordsHandler extends ScheduledFunction {

  private final SweepRecords sweepRecords = applicationContext.getBean(SweepRecords.class);

  public SweepRecordsHandler() {}

  SweepRecordsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    sweepRecords.sweep();
  }
}
