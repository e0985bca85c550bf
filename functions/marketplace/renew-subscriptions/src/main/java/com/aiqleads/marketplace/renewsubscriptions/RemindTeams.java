package com.aiqleads.marketplace.renewsubscriptions;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.Portions;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.subscriptions.Reminder;
import com.aiqleads.marketplace.subscriptions.Reminders;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Tells once of each invoice that could not be paid. What counts as told is told: both are one
/// transaction.
@Singleton
record RemindTeams(Reminders reminders, Outbox outbox, InstantSource clock) {

  private static final Portions PORTIONS = new Portions(50, 100);

  /// How many invoices were told of.
  int remind() {
    return PORTIONS.all(this::remindSome);
  }

  private int remindSome(int most) {
    return outbox.inTransaction(
        new CorrelationId(Ids.next(clock)),
        publisher -> {
          List<Reminder> due = reminders.take(most);
          due.forEach(it -> publisher.publish(ToEvents.unpaid(it)));
          return due.size();
        });
  }
}
