package com.aiqleads.marketplace.repriceleads;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// LeadRepriced out, by the outbox, for each lead that costs something else from now on.
public final class RepriceLeadsHandler extends ScheduledFunction {

  private static final Logger LOG = LoggerFactory.getLogger(RepriceLeadsHandler.class);

  @Inject RepriceLeads repriceLeads;

  public RepriceLeadsHandler() {}

  RepriceLeadsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    int leads = repriceLeads.reprice(run.scheduledTime());
    LOG.atInfo().addKeyValue("leads", leads).log("leads have new prices");
  }
}
