package com.aiqleads.marketplace.retrydeliveries;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class RetryDeliveriesHandler extends ScheduledFunction {

  private static final Logger LOG = LoggerFactory.getLogger(RetryDeliveriesHandler.class);

  @Inject RetryDeliveries retryDeliveries;

  public RetryDeliveriesHandler() {}

  RetryDeliveriesHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    int called = retryDeliveries.retry(run.scheduledTime(), publisher);
    LOG.atInfo().addKeyValue("deliveries", called).log("deliveries have fallen due");
  }
}
