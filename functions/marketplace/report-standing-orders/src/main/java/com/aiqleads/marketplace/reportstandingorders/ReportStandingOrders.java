package com.aiqleads.marketplace.reportstandingorders;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.standing.Allocations;
import com.aiqleads.marketplace.standing.Allocations.News;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// What is told is marked in the transaction that tells it, so that it is told once.
@Singleton
record ReportStandingOrders(Allocations allocations, Outbox outbox, InstantSource clock) {

  private static final int READERS_AT_ONCE = 100;
  private static final int MOST_ROUNDS = 1_000;

  /// How many people hear something.
  int report() {
    int told = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int more = reportSome();
      if (more == 0) {
        break;
      }
      told += more;
    }
    return told;
  }

  private int reportSome() {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          List<News> due = allocations.due(READERS_AT_ONCE);
          due.forEach(news -> publisher.publish(ToEvents.reported(news, clock.instant())));
          return due.size();
        });
  }
}
