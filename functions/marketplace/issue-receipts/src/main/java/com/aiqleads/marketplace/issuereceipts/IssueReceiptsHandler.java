package com.aiqleads.marketplace.issuereceipts;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class IssueReceiptsHandler extends ScheduledFunction {

  private static final Logger LOG = LoggerFactory.getLogger(IssueReceiptsHandler.class);

  @Inject IssueReceipts issueReceipts;

  public IssueReceiptsHandler() {}

  IssueReceiptsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    LOG.atInfo()
        .addKeyValue("movements", issueReceipts.issue())
        .log("what was paid has its receipts");
  }
}
