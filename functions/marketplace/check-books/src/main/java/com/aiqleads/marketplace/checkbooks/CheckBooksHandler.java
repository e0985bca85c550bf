package com.aiqleads.marketplace.checkbooks;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.marketplace.books.BookCheck;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class CheckBooksHandler extends ScheduledFunction {

  private static final Logger LOG = LoggerFactory.getLogger(CheckBooksHandler.class);

  @Inject CheckBooks checkBooks;

  public CheckBooksHandler() {}

  CheckBooksHandler(ApplicationContext context) {
    super(context);
  }

  /// The end of the chain stands in the log, too, where no administrator of the database is.
  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    BookCheck check = checkBooks.check(run.scheduledTime(), publisher);
    LOG.atInfo()
        .addKeyValue("faults", check.faults())
        .addKeyValue("links", check.chain().place())
        .addKeyValue("hash", check.chain().hash())
        .log("the books are checked");
  }
}
