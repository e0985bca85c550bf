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
  @Inject RemindTeams remindTeams;

  public RenewSubscriptionsHandler() {}

  RenewSubscriptionsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    try {
      int looked = renewSubscriptions.renew();
      LOG.atInfo().addKeyValue("subscriptions", looked).log("subscriptions are renewed");
    } finally {
      LOG.atInfo().addKeyValue("invoices", remindTeams.remind()).log("teams were told");
    }
  }
}
