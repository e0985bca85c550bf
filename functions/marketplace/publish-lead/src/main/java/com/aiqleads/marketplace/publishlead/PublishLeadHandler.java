package com.aiqleads.marketplace.publishlead;

import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import io.micronaut.context.ApplicationContext;

public final class PublishLeadHandler extends StoringEventFunction<LeadPriced> {

  private final PublishLead publishLead;

  public PublishLeadHandler() {
    super(LeadPriced.class);
    this.publishLead = applicationContext.getBean(PublishLead.class);
  }

  PublishLeadHandler(ApplicationContext context) {
    super(context, LeadPriced.class);
    this.publishLead = context.getBean(PublishLead.class);
  }

  @Override
  protected void handle(LeadPriced event, Publisher publisher) {
    publishLead.publish(event).forEach(publisher::publish);
  }
}
