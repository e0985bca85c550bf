package com.aiqleads.marketplace.publishlead;

import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import io.micronaut.context.ApplicationContext;

public final class PublishLeadHandler extends StoringEventFunction<LeadPriced> {

  private final PublishLead publishLead;
  private final CurrentDelivery current;

  public PublishLeadHandler() {
    super(LeadPriced.class);
    this.publishLead = applicationContext.getBean(PublishLead.class);
    this.current = applicationContext.getBean(CurrentDelivery.class);
  }

  PublishLeadHandler(ApplicationContext context) {
    super(context, LeadPriced.class);
    this.publishLead = context.getBean(PublishLead.class);
    this.current = context.getBean(CurrentDelivery.class);
  }

  @Override
  protected void handle(LeadPriced event, Publisher publisher) {
    CorrelationId journey = current.delivery().map(Delivery::correlationId).orElseThrow();
    publishLead.publish(event, journey).forEach(publisher::publish);
  }
}
