package com.aiqleads.marketplace.pricelead;

import com.aiqleads.events.acquisition.LeadScored;
import com.aiqleads.lambda.EventFunction;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.Pricing;
import io.micronaut.context.ApplicationContext;

public final class PriceLeadHandler extends EventFunction<LeadScored> {

  private final PriceLead priceLead = new PriceLead(new Pricing(PriceBook.FIRST));

  public PriceLeadHandler() {
    super(LeadScored.class);
  }

  PriceLeadHandler(ApplicationContext context) {
    super(context, LeadScored.class);
  }

  @Override
  protected void handle(LeadScored event, Publisher publisher) {
    publisher.publish(priceLead.price(event));
  }
}
