package com.aiqleads.acquisition.eraseperson;

import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.ErasureAsked;
import com.aiqleads.events.marketplace.OfferErased;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import io.micronaut.context.ApplicationContext;

/// ErasureAsked in, a step at a time, and out for the next; LeadErased out for each lead, and what
/// others say of it; OfferErased in, the answer.
public final class ErasePersonHandler extends StoringEventFunction<Event> {

  private final ErasePerson erasePerson = applicationContext.getBean(ErasePerson.class);

  public ErasePersonHandler() {
    super(ErasureAsked.class, OfferErased.class);
  }

  ErasePersonHandler(ApplicationContext context) {
    super(context, ErasureAsked.class, OfferErased.class);
  }

  @Override
  protected void handle(Event event, Publisher publisher) {
    if (event instanceof OfferErased erased) {
      erasePerson.confirm(erased);
    } else {
      erasePerson.step((ErasureAsked) event, publisher);
    }
  }
}
