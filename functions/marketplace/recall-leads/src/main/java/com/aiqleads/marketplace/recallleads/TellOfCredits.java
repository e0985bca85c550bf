package com.aiqleads.marketplace.recallleads;

import com.aiqleads.events.marketplace.UndeliveredCredited;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.returns.UntoldCredits;
import com.aiqleads.marketplace.returns.UntoldCredits.Sum;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Tells each team once of all that it has back for what never arrived, whether it had asked for
/// it or not: a broken server loses many leads. Whoever is killed here is told the next day.
@Singleton
record TellOfCredits(
    UntoldCredits untold, Outbox outbox, RemainingTime remainingTime, InstantSource clock) {

  private static final Duration ENOUGH = Duration.ofSeconds(5);

  /// How many teams.
  int tell() {
    int told = 0;
    while (remainingTime.remaining().compareTo(ENOUGH) > 0 && tellOne()) {
      told++;
    }
    return told;
  }

  private boolean tellOne() {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          Optional<Sum> sum = untold.take();
          sum.ifPresent(
              it ->
                  publisher.publish(
                      new UndeliveredCredited(
                          it.team(), it.leads(), it.credited(), clock.instant())));
          return sum.isPresent();
        });
  }
}
