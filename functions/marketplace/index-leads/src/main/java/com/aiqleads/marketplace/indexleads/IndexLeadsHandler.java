package com.aiqleads.marketplace.indexleads;

import com.aiqleads.events.Event;
import com.aiqleads.events.marketplace.AvailabilityChanged;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.events.marketplace.LeadRepriced;
import com.aiqleads.events.marketplace.LeadWithdrawn;
import com.aiqleads.lambda.BatchFunction;
import com.aiqleads.lambda.Delivered;
import com.aiqleads.lambda.Outcome;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/// A whole batch is one request to the index, which answers for each of its events.
public final class IndexLeadsHandler extends BatchFunction<Event> {
  private static final List<Class<? extends Event>> ACCEPTED =
      List.of(
          LeadPublished.class, LeadRepriced.class, LeadWithdrawn.class, AvailabilityChanged.class);

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
  protected List<Outcome> process(List<Delivered<Event>> items) {
    return indexLeads.index(items.stream().map(Delivered::event).toList());
  }
}
