package com.aiqleads.marketplace.renewsubscriptions;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class RenewSubscriptionsHandler extends ScheduledFunction {

  private static final Logger LOG = LoggerFactory.getLogger(RenewSubscriptionsHandler.class);

  @Inject RenewSubscriptions renewSubscriptions;

  public RenewSubscriptionsHandler() {}

  RenewSubscriptionsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    int looked = renewSubscriptions.renew();
    LOG.atInfo().addKeyValue("subscriptions", looked).log("subscriptions are renewed");
  }
}
