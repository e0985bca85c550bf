package com.aiqleads.acquisition.pulldeletions;

import com.aiqleads.acquisition.deleting.DeletionPlatform;
import com.aiqleads.acquisition.deleting.DeletionPulls;
import com.aiqleads.acquisition.deleting.DeletionRequests;
import com.aiqleads.acquisition.deleting.DeletionRequests.Answerable;
import com.aiqleads.acquisition.deleting.PullId;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.RemainingTime;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Tells the platform what came of each request; of whom is being erased, when that is done. A part
/// that was sent and not noted is sent again under another name.
@Singleton
final class AnswerRequests {

  private static final int ROWS_IN_A_PART = 20_000;
  private static final Duration MARGIN = Duration.ofSeconds(90);

  private final DeletionPlatform platform;
  private final DeletionPulls pulls;
  private final DeletionRequests requests;
  private final Metrics metrics;
  private final RemainingTime remaining;
  private final InstantSource clock;

  AnswerRequests(
      DeletionPlatform platform,
      DeletionPulls pulls,
      DeletionRequests requests,
      Metrics metrics,
      RemainingTime remaining,
      InstantSource clock) {
    this.platform = platform;
    this.pulls = pulls;
    this.requests = requests;
    this.metrics = metrics;
    this.remaining = remaining;
    this.clock = clock;
  }

  /// Whether nothing is left to be answered.
  boolean of(PullId pull) {
    Optional<Answerable> part = requests.answerable(pull, ROWS_IN_A_PART);
    while (part.isPresent() && remaining.remaining().compareTo(MARGIN) > 0) {
      send(pull, part.get());
      part = requests.answerable(pull, ROWS_IN_A_PART);
    }
    return pulls.finish(pull, clock.instant());
  }

  private void send(PullId pull, Answerable part) {
    String ending = "_part%d.csv".formatted(pulls.nextPart(pull));
    platform.answer(part.file().replaceFirst("\\.csv$", ending), part.byWorkItem());
    requests.answered(part.byWorkItem(), clock.instant());
    part.byWorkItem()
        .values()
        .forEach(status -> metrics.count("deletion_requests", "answer", status.name()));
  }
}
