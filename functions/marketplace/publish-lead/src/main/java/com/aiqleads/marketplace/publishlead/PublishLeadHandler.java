package com.aiqleads.marketplace.publishlead;

import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.LeadEnded;
import com.aiqleads.events.acquisition.LeadErased;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.stream.Collectors;

public final class PublishLeadHandler extends StoringEventFunction<Event> {

  private final PublishLead publishLead;
  private final CurrentDelivery current;

  public PublishLeadHandler() {
    super(LeadPriced.class, LeadEnded.class, LeadErased.class);
    this.publishLead = applicationContext.getBean(PublishLead.class);
    this.current = applicationContext.getBean(CurrentDelivery.class);
  }

  PublishLeadHandler(ApplicationContext context) {
    super(context, LeadPriced.class, LeadEnded.class, LeadErased.class);
    this.publishLead = context.getBean(PublishLead.class);
    this.current = context.getBean(CurrentDelivery.class);
  }

  @Override
  protected void prepare(List<Event> events) {
    publishLead.reserve(events.stream().map(PublishLeadHandler::lead).collect(Collectors.toSet()));
  }

  @Override
  protected void handle(Event event, Publisher publisher) {
    CorrelationId journey = current.delivery().map(Delivery::correlationId).orElseThrow();
    said(event, journey).forEach(publisher::publish);
  }

  private List<Event> said(Event event, CorrelationId journey) {
    return switch (event) {
      case LeadEnded ended -> publishLead.end(ended, journey);
      case LeadErased erased -> publishLead.erase(erased, journey);
      default -> publishLead.publish((LeadPriced) event, journey);
    };
  }

  private static LeadId lead(Event event) {
    return switch (event) {
      case LeadEnded ended -> ended.leadId();
      case LeadErased erased -> erased.leadId();
      default -> ((LeadPriced) event).lead().leadId();
    };
  }
}
