package com.aiqleads.marketplace.reportstandingorders;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class ReportStandingOrdersHandler extends ScheduledFunction {

  private static final Logger LOG = LoggerFactory.getLogger(ReportStandingOrdersHandler.class);

  @Inject ReportStandingOrders reportStandingOrders;

  public ReportStandingOrdersHandler() {}

  ReportStandingOrdersHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    LOG.atInfo()
        .addKeyValue("letters", reportStandingOrders.report())
        .log("standing orders are reported");
  }
}
