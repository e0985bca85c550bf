package com.aiqleads.marketplace.sealtransfers;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class SealTransfersHandler extends ScheduledFunction {

  private static final Logger LOG = LoggerFactory.getLogger(SealTransfersHandler.class);

  @Inject SealTransfers sealTransfers;

  public SealTransfersHandler() {}

  SealTransfersHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    LOG.atInfo().addKeyValue("transfers", sealTransfers.seal()).log("transfers are sealed");
  }
}
