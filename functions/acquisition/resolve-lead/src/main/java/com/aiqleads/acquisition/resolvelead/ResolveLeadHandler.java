package com.aiqleads.acquisition.resolvelead;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.events.FromEvent;
import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Resolution.Changed;
import com.aiqleads.acquisition.resolution.Resolution.Joined;
import com.aiqleads.acquisition.resolution.Resolution.Outdated;
import com.aiqleads.acquisition.resolution.Resolution.Started;
import com.aiqleads.acquisition.resolution.Resolution.Unchanged;
import com.aiqleads.events.acquisition.LeadResolved;
import com.aiqleads.events.acquisition.LeadValidated;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/// LeadValidated in; LeadResolved out, unless the advertisement says nothing new.
public final class ResolveLeadHandler extends StoringEventFunction<LeadValidated> {

  private final LeadResolution resolution = applicationContext.getBean(LeadResolution.class);

  public ResolveLeadHandler() {
    super(LeadValidated.class);
  }

  ResolveLeadHandler(ApplicationContext context) {
    super(context, LeadValidated.class);
  }

  @Override
  protected void prepare(List<LeadValidated> events) {
    resolution.reserve(events.stream().map(ResolveLeadHandler::advertisement).toList());
  }

  @Override
  protected void handle(LeadValidated event, Publisher publisher) {
    switch (resolution.resolve(advertisement(event))) {
      case Started started -> publisher.publish(resolved(event, started.lead(), false));
      case Joined joined -> publisher.publish(resolved(event, joined.lead(), true));
      case Changed changed -> publisher.publish(resolved(event, changed.lead(), false));
      case Unchanged _, Outdated _ -> {}
    }
  }

  private static Advertisement advertisement(LeadValidated event) {
    return new Advertisement(
        FromEvent.listing(event.listingId(), event.listing()),
        event.pageId(),
        event.market(),
        FromEvent.address(event.address()),
        FromEvent.location(event.location()),
        FromEvent.contact(event.contact()),
        event.listing().observedAt());
  }

  private static LeadResolved resolved(LeadValidated event, Lead lead, boolean merged) {
    return new LeadResolved(
        event.listingId(), ToEvent.lead(lead), ToEvent.contact(lead.contact()), merged);
  }
}
