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
import com.aiqleads.marketplace.fillstandingorders.FillStandingOrders.Batch;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

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

  /// When it fails for all of them, each is tried by itself: then only what is to blame fails.
  @Override
  protected BiConsumer<Event, Publisher> step(List<Event> events) {
    try {
      Batch batch = begin(events);
      return (event, _) -> fill(event, batch);
    } catch (RuntimeException _) {
      return this::handle;
    }
  }

  @Override
  protected void handle(Event event, Publisher publisher) {
    fill(event, begin(List.of(event)));
  }

  private Batch begin(List<Event> events) {
    return fillStandingOrders.begin(
        events.stream().map(FillStandingOrdersHandler::lead).collect(Collectors.toSet()));
  }

  private void fill(Event event, Batch batch) {
    CorrelationId journey = current.delivery().map(Delivery::correlationId).orElseThrow();
    fillStandingOrders.fill(lead(event), batch, journey);
  }

  private static LeadId lead(Event event) {
    return switch (event) {
      case LeadRepriced repriced -> repriced.leadId();
      case LeadOpened opened -> opened.leadId();
      default -> ((LeadPublished) event).lead().leadId();
    };
  }
}
