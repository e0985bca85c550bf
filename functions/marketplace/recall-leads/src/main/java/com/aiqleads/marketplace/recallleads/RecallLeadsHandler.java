package com.aiqleads.marketplace.recallleads;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class RecallLeadsHandler extends ScheduledFunction {

  private static final Logger LOG = LoggerFactory.getLogger(RecallLeadsHandler.class);

  @Inject RecallLeads recallLeads;
  @Inject TellOfCredits tellOfCredits;

  public RecallLeadsHandler() {}

  RecallLeadsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    RecallLeads.Outcome outcome = recallLeads.recall();
    int told = tellOfCredits.tell();
    LOG.atInfo()
        .addKeyValue("sales", outcome.sales())
        .addKeyValue("recalled", outcome.recalled())
        .addKeyValue("failed", outcome.failed())
        .addKeyValue("teamsTold", told)
        .log("looked at what was sold");
    outcome.mustBeWhole();
  }
}
