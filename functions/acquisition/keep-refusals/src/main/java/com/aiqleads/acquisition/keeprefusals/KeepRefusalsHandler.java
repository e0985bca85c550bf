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

  private final Refusals refusals = applicationContext.getBean(Refusals.class);

  public KeepRefusalsHandler() {
    super(PageRejected.class, LeadRejected.class);
  }

  KeepRefusalsHandler(ApplicationContext context) {
    super(context, PageRejected.class, LeadRejected.class);
  }

  @Override
  protected void handle(Event event, Publisher publisher) {
    refusals.keep(
        event instanceof PageRejected page ? refusal(page) : refusal((LeadRejected) event));
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
