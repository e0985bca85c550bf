package com.aiqleads.marketplace.fillstandingorders;

import com.aiqleads.events.Event;
import com.aiqleads.events.marketplace.LeadOpened;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.events.marketplace.LeadRepriced;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.EventFunction;
import com.aiqleads.lambda.Publisher;
import io.micronaut.context.ApplicationContext;

/// What it emits goes by the outbox, with the transaction that it follows from.
public final class FillStandingOrdersHandler extends EventFunction<Event> {

  private final FillStandingOrders fillStandingOrders;
  private final CurrentDelivery current;

  public FillStandingOrdersHandler() {
    super(LeadPublished.class, LeadRepriced.class, LeadOpened.class);
    this.fillStandingOrders = applicationContext.getBean(FillStandingOrders.class);
    this.current = applicationContext.getBean(CurrentDelivery.class);
  }

  FillStandingOrdersHandler(ApplicationContext context) {
    super(context, LeadPublished.class, LeadRepriced.class, LeadOpened.class);
    this.fillStandingOrders = context.getBean(FillStandingOrders.class);
    this.current = context.getBean(CurrentDelivery.class);
  }

  @Override
  protected void handle(Event event, Publisher publisher) {
    CorrelationId journey = current.delivery().map(Delivery::correlationId).orElseThrow();
    fillStandingOrders.fill(lead(event), journey);
  }

  private static LeadId lead(Event event) {
    return switch (event) {
      case LeadRepriced repriced -> repriced.leadId();
      case LeadOpened opened -> opened.leadId();
      default -> ((LeadPublished) event).lead().leadId();
    };
  }
}
