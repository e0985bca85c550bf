package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.events.marketplace.DeliveryFellDue;
import com.aiqleads.lambda.EventFunction;
import com.aiqleads.lambda.PermanentFailure;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.marketplace.delivery.DeliveryId;
import io.micronaut.context.ApplicationContext;

/// A try that fails is no failure of the function: the delivery knows when it falls due again.
public final class DeliverLeadHandler extends EventFunction<DeliveryFellDue> {

  private final DeliverLead deliverLead;

  public DeliverLeadHandler() {
    super(DeliveryFellDue.class);
    this.deliverLead = applicationContext.getBean(DeliverLead.class);
  }

  DeliverLeadHandler(ApplicationContext context) {
    super(context, DeliveryFellDue.class);
    this.deliverLead = context.getBean(DeliverLead.class);
  }

  @Override
  protected void handle(DeliveryFellDue event, Publisher publisher) {
    deliverLead.deliver(id(event.deliveryId()));
  }

  private static DeliveryId id(String text) {
    try {
      return DeliveryId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new PermanentFailure("no id of a delivery", e);
    }
  }
}
