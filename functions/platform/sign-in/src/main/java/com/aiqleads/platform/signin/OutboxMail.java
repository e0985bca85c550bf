package com.aiqleads.platform.signin;

import com.aiqleads.events.platform.MailRequested;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.platform.MailRequests;
import com.aiqleads.platform.WithMail;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/// Letters are asked for by events, which are stored with what the work does.
@Singleton
final class OutboxMail implements WithMail {

  private final Outbox outbox;
  private final CurrentDelivery current;
  private final InstantSource clock;

  OutboxMail(Outbox outbox, CurrentDelivery current, InstantSource clock) {
    this.outbox = outbox;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public <T> T run(Function<MailRequests, T> work) {
    CorrelationId journey =
        current
            .delivery()
            .map(Delivery::correlationId)
            .orElseGet(() -> new CorrelationId(Ids.next(clock)));
    return outbox.inTransaction(
        journey,
        publisher ->
            work.apply(
                (kind, to) ->
                    publisher.publish(
                        new MailRequested(
                            kind.text(), to, clock.instant().truncatedTo(ChronoUnit.MILLIS)))));
  }
}
