package com.aiqleads.acquisition.scrubnumbers;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;

public final class ScrubNumbersHandler extends ScheduledFunction {

  private final ScrubNumbers scrubNumbers = applicationContext.getBean(ScrubNumbers.class);

  public ScrubNumbersHandler() {}

  ScrubNumbersHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    scrubNumbers.scrub();
  }
}
