package com.aiqleads.platform.manageteam;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.Outbox;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Function;

@Singleton
record OutboxAnnouncing(Outbox outbox, CurrentDelivery current, InstantSource clock)
    implements Announcing {

  @Override
  public <T> T run(Function<Publisher, T> work) {
    return outbox.inTransaction(journey(), work);
  }

  private CorrelationId journey() {
    return current
        .delivery()
        .map(Delivery::correlationId)
        .orElseGet(() -> new CorrelationId(Ids.next(clock)));
  }
}
