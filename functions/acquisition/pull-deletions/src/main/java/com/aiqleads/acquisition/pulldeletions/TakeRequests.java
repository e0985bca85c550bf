package com.aiqleads.acquisition.pulldeletions;

import com.aiqleads.acquisition.deleting.DeletionPulls;
import com.aiqleads.acquisition.deleting.DeletionRequest;
import com.aiqleads.acquisition.deleting.DeletionRequests;
import com.aiqleads.acquisition.deleting.KeptLists;
import com.aiqleads.acquisition.deleting.KeptLists.Rows;
import com.aiqleads.acquisition.deleting.PullId;
import com.aiqleads.acquisition.suppression.ListedHash;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads lists: whom they name is suppressed from then on, known here or not; who has taken a
/// request back is let in again. Some rows a transaction; read again, nothing happens twice.
@Singleton
final class TakeRequests {

  private static final String BY = "drop";

  private final KeptLists lists;
  private final DeletionPulls pulls;
  private final DeletionRequests requests;
  private final Suppressions suppressions;
  private final Database database;
  private final Metrics metrics;
  private final InstantSource clock;

  TakeRequests(
      KeptLists lists,
      DeletionPulls pulls,
      DeletionRequests requests,
      Suppressions suppressions,
      Database database,
      Metrics metrics,
      InstantSource clock) {
    this.lists = lists;
    this.pulls = pulls;
    this.requests = requests;
    this.suppressions = suppressions;
    this.database = database;
    this.metrics = metrics;
    this.clock = clock;
  }

  void from(PullId pull) {
    Instant now = clock.instant();
    pulls.begin(pull, now);
    lists.read(pull, rows -> database.inTransaction(() -> take(pull, rows, now)));
    pulls.read(pull, clock.instant());
  }

  private int take(PullId pull, Rows rows, Instant now) {
    List<DeletionRequest> added = requests.take(pull, rows.asked(), now);
    Set<ListedHash> asked =
        added.stream()
            .map(DeletionRequest::who)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    int suppressed = suppressions.addListed(asked, wish("asked the state to be deleted", now));
    int lifted =
        suppressions.liftListed(
            requests.withdraw(rows.withdrawn(), now), wish("took the request back", now));
    added.forEach(one -> metrics.count("deletion_requests", kind(one), "taken"));
    return suppressed + lifted;
  }

  private static Wish wish(String reason, Instant now) {
    return new Wish(BY, reason, now);
  }

  private static String kind(DeletionRequest request) {
    ListedHash who = request.who();
    return who == null ? "other" : who.kind().id();
  }
}
