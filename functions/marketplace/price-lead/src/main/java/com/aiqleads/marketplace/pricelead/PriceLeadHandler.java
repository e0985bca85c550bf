package com.aiqleads.marketplace.pricelead;

import com.aiqleads.events.acquisition.LeadScored;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.lambda.EventFunction;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.Pricing;
import io.micronaut.context.ApplicationContext;

public final class PriceLeadHandler extends EventFunction<LeadScored> {

  private final PriceLead priceLead = new PriceLead(new Pricing(PriceBook.FIRST));
  private final PriceFigures figures;

  public PriceLeadHandler() {
    super(LeadScored.class);
    this.figures = new PriceFigures(applicationContext.getBean(Metrics.class));
  }

  PriceLeadHandler(ApplicationContext context) {
    super(context, LeadScored.class);
    this.figures = new PriceFigures(context.getBean(Metrics.class));
  }

  @Override
  protected void handle(LeadScored event, Publisher publisher) {
    LeadPriced priced = priceLead.price(event);
    publisher.publish(priced);
    figures.count(priced.price().amount());
  }
}
