package com.aiqleads.marketplace.parkstandingorders;

import com.aiqleads.events.platform.MemberLeft;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import io.micronaut.context.ApplicationContext;

/// Who has left a team in; nothing out: the page and the API say it.
public final class ParkStandingOrdersHandler extends StoringEventFunction<MemberLeft> {

  private final ParkStandingOrders parkStandingOrders =
      applicationContext.getBean(ParkStandingOrders.class);

  public ParkStandingOrdersHandler() {
    super(MemberLeft.class);
  }

  ParkStandingOrdersHandler(ApplicationContext context) {
    super(context, MemberLeft.class);
  }

  @Override
  protected void handle(MemberLeft event, Publisher publisher) {
    parkStandingOrders.park(event.teamId(), event.userId(), event.leftAt());
  }
}
