package com.aiqleads.acquisition.pulldeletions;

import com.aiqleads.acquisition.deleting.DeletionClock;
import com.aiqleads.acquisition.deleting.DeletionRequests;
import com.aiqleads.acquisition.watching.Alarm;
import com.aiqleads.acquisition.watching.Alarms;
import com.aiqleads.events.platform.AlertRaised;
import com.aiqleads.lambda.Publisher;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/// Tells people while there are days left before the law's 45 have passed, and that it is over:
/// each change once.
@Singleton
final class WarnOfDelay {

  private static final String NAME = "acquisition-deletion-requests";
  private static final String MEANING =
      "People who asked California to be deleted are still here; 45 days after the last pull each"
          + " request costs a fine for every day.";

  private final DeletionRequests requests;
  private final Alarms alarms;
  private final InstantSource clock;

  WarnOfDelay(DeletionRequests requests, Alarms alarms, InstantSource clock) {
    this.requests = requests;
    this.alarms = alarms;
    this.clock = clock;
  }

  void warn(Publisher publisher) {
    DeletionClock.of(requests.standing()).ifPresent(left -> warn(left, publisher));
  }

  private void warn(DeletionClock left, Publisher publisher) {
    Instant now = clock.instant();
    boolean isRinging =
        alarms.all().stream().anyMatch(alarm -> alarm.name().equals(NAME) && alarm.isRinging());
    if (isRinging != now.isAfter(left.warnsAt())) {
      Alarm alarm = new Alarm(NAME, !isRinging, now, MEANING, "due at " + left.dueAt());
      publisher.publish(
          new AlertRaised(
              alarm.name(),
              alarm.isRinging(),
              "critical",
              alarm.changedAt(),
              alarm.meaning(),
              alarm.reason()));
      publisher.flush();
      alarms.keep(alarm);
    }
  }
}
