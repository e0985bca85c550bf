package com.aiqleads.platform.signin;

import com.aiqleads.events.platform.MailRequested;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.platform.LetterLimits;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.MailRequests;
import com.aiqleads.platform.WithMail;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/// Letters are asked for by events, which are stored with what the work does. Whatever is asked for
/// beyond the limit is left out without a word.
@Singleton
final class OutboxMail implements WithMail {

  private final Outbox outbox;
  private final CurrentDelivery current;
  private final LetterLimits limits;
  private final InstantSource clock;

  OutboxMail(Outbox outbox, CurrentDelivery current, LetterLimits limits, InstantSource clock) {
    this.outbox = outbox;
    this.current = current;
    this.limits = limits;
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
        journey, publisher -> work.apply((kind, to) -> ask(publisher, kind, to)));
  }

  private void ask(Publisher publisher, MailKind kind, Email to) {
    Instant now = clock.instant();
    if (limits.admits(kind, to, now)) {
      publisher.publish(new MailRequested(kind.text(), to, now.truncatedTo(ChronoUnit.MILLIS)));
    }
  }
}
