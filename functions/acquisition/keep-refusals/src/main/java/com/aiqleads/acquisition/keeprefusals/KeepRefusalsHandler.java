package com.aiqleads.acquisition.keeprefusals;

import com.aiqleads.acquisition.events.FromEvent;
import com.aiqleads.acquisition.refusals.Refusal;
import com.aiqleads.acquisition.refusals.Refusal.Subject;
import com.aiqleads.acquisition.refusals.Refusals;
import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.UUID;

/// PageRejected and LeadRejected in; nothing out.
public final class KeepRefusalsHandler extends StoringEventFunction<Event> {

  private final Refusals refusals;

  public KeepRefusalsHandler() {
    super(PageRejected.class, LeadRejected.class);
    this.refusals = applicationContext.getBean(Refusals.class);
  }

  KeepRefusalsHandler(ApplicationContext context) {
    super(context, PageRejected.class, LeadRejected.class);
    this.refusals = context.getBean(Refusals.class);
  }

  @Override
  protected void handle(Event event, Publisher publisher) {
    switch (event) {
      case PageRejected page -> refusals.keep(refusal(page));
      case LeadRejected lead -> refusals.keep(refusal(lead));
      default -> throw new IllegalArgumentException("not a refusal: " + event.getClass());
    }
  }

  private static Refusal refusal(PageRejected page) {
    return new Refusal(
        id(page.step(), page.pageId().text(), page.rejectedAt()),
        Subject.PAGE,
        page.pageId().text(),
        page.source(),
        page.url(),
        page.step(),
        FromEvent.reasons(page.reasons()),
        page.rejectedAt());
  }

  private static Refusal refusal(LeadRejected lead) {
    return new Refusal(
        id(lead.step(), lead.listingId().text(), lead.rejectedAt()),
        Subject.LISTING,
        lead.listingId().text(),
        lead.source(),
        lead.url(),
        lead.step(),
        FromEvent.reasons(lead.reasons()),
        lead.rejectedAt());
  }

  private static UUID id(String step, String subject, Instant refusedAt) {
    return Ids.derived("refusal", step, subject, refusedAt.toString());
  }
}
