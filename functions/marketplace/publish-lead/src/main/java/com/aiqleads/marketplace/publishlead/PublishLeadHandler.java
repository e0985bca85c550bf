package com.aiqleads.marketplace.publishlead;

import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.LeadEnded;
import com.aiqleads.events.acquisition.LeadErased;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.stream.Collectors;

public final class PublishLeadHandler extends StoringEventFunction<Event> {

  private final PublishLead publishLead;
  private final CurrentDelivery current;
  private final PriceFigures figures;

  public PublishLeadHandler() {
    super(LeadPriced.class, LeadEnded.class, LeadErased.class);
    this.publishLead = applicationContext.getBean(PublishLead.class);
    this.current = applicationContext.getBean(CurrentDelivery.class);
    this.figures = new PriceFigures(applicationContext.getBean(Metrics.class));
  }

  PublishLeadHandler(ApplicationContext context) {
    super(context, LeadPriced.class, LeadEnded.class, LeadErased.class);
    this.publishLead = context.getBean(PublishLead.class);
    this.current = context.getBean(CurrentDelivery.class);
    this.figures = new PriceFigures(context.getBean(Metrics.class));
  }

  @Override
  protected void prepare(List<Event> events) {
    publishLead.reserve(events.stream().map(PublishLeadHandler::lead).collect(Collectors.toSet()));
  }

  @Override
  protected void handle(Event event, Publisher publisher) {
    CorrelationId journey = current.delivery().map(Delivery::correlationId).orElseThrow();
    for (Event said : said(event, journey)) {
      publisher.publish(said);
      if (said instanceof LeadPublished published) {
        figures.count(published.price().amount());
      }
    }
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
