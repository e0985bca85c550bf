package com.aiqleads.marketplace.releaseholds;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class ReleaseHoldsHandler extends ScheduledFunction {

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseHoldsHandler.class);

  @Inject ReleaseHolds releaseHolds;
  @Inject OfferSlots offerSlots;
  @Inject TellAvailability tellAvailability;
  @Inject TellOpenings tellOpenings;

  public ReleaseHoldsHandler() {}

  ReleaseHoldsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    LOG.atInfo()
        .addKeyValue("holds", releaseHolds.release())
        .addKeyValue("offers", offerSlots.offer())
        .addKeyValue("told", tellAvailability.tell())
        .addKeyValue("opened", tellOpenings.tell())
        .log("holds have ended");
  }
}
