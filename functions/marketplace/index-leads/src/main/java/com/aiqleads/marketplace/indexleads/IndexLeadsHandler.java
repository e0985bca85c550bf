package com.aiqleads.marketplace.indexleads;

import com.aiqleads.events.Event;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.events.marketplace.LeadWithdrawn;
import com.aiqleads.lambda.BatchFunction;
import com.aiqleads.lambda.Delivered;
import com.aiqleads.lambda.Outcome;
import com.aiqleads.lambda.Publisher;
import io.micronaut.context.ApplicationContext;
import java.util.Collections;
import java.util.List;

/// A whole batch is one request to the index; if it fails, each of its events comes again.
public final class IndexLeadsHandler extends BatchFunction<Event> {
  private static final List<Class<? extends Event>> ACCEPTED =
      List.of(LeadPublished.class, LeadWithdrawn.class);

  private final IndexLeads indexLeads;

  public IndexLeadsHandler() {
    super(ACCEPTED);
    this.indexLeads = applicationContext.getBean(IndexLeads.class);
  }

  IndexLeadsHandler(ApplicationContext context) {
    super(context, ACCEPTED);
    this.indexLeads = context.getBean(IndexLeads.class);
  }

  @Override
  protected void handle(Event event, Publisher publisher) {
    indexLeads.index(List.of(event));
  }

  @Override
  protected List<Outcome> process(List<Delivered<Event>> items) {
    return Collections.nCopies(items.size(), attempt(items));
  }

  private Outcome attempt(List<Delivered<Event>> items) {
    try {
      indexLeads.index(items.stream().map(Delivered::event).toList());
      return new Outcome.Handled(0);
    } catch (RuntimeException e) {
      return new Outcome.Failed(e);
    }
  }
}
