package com.aiqleads.marketplace.settlepayments;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class SettlePaymentsHandler extends ScheduledFunction {

  private static final Logger LOG = LoggerFactory.getLogger(SettlePaymentsHandler.class);

  @Inject SettlePayments settlePayments;

  public SettlePaymentsHandler() {}

  SettlePaymentsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    int orders = settlePayments.finish();
    int payments = settlePayments.settle();
    Listening heard = settlePayments.listen();
    LOG.atInfo()
        .addKeyValue("messages", heard.news())
        .addKeyValue("failed", heard.failed())
        .addKeyValue("orders", orders + settlePayments.finish())
        .addKeyValue("payments", payments)
        .log("asked how payments stand");
    heard.mustBeWhole();
  }
}
