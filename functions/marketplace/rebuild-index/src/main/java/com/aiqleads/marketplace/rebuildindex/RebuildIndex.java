package com.aiqleads.marketplace.rebuildindex;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.search.Catalog;
import com.aiqleads.marketplace.search.IndexAnswer;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.IndexUnavailable;
import com.aiqleads.marketplace.search.LeadIndex;
import com.aiqleads.marketplace.search.RebuildId;
import com.aiqleads.marketplace.search.Rebuilds;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads all offers into a fresh index and lets it take over. Searches are answered by the database
/// meanwhile.
@Singleton
record RebuildIndex(Catalog catalog, LeadIndex index, Rebuilds rebuilds, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(RebuildIndex.class);
  static final int PAGE = 1_000;

  /// Clocks differ, and a transaction commits after the time in its rows.
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  /// Ends normally only if it has rebuilt the index.
  ///
  /// @throws RebuildRefused when another one is in progress
  void rebuild() {
    RebuildId rebuild = new RebuildId(Ids.next(clock));
    if (rebuilds.begin(rebuild) instanceof Rebuilds.Claim.InProgress(Instant since)) {
      throw new RebuildRefused(since);
    }
    try {
      LOG.atInfo().addKeyValue("leads", fill()).log("rebuilt the index");
    } finally {
      rebuilds.end(rebuild);
    }
  }

  /// What changed while the pages were read went to the old index: it is done again.
  private int fill() {
    Instant start = clock.instant();
    LeadIndex.Fresh fresh = index.fresh();
    int leads = copy(last -> catalog.page(last, PAGE), fresh::put);
    fresh.takeOver();
    Instant since = start.minus(OVERLAP);
    return leads + copy(last -> catalog.changes(last, since, PAGE), index::apply);
  }

  private static int copy(
      Function<@Nullable LeadId, List<IndexChange>> source,
      Function<List<IndexChange>, List<IndexAnswer>> target) {
    int copied = 0;
    List<IndexChange> page = source.apply(null);
    while (!page.isEmpty()) {
      copied += taken(page, target.apply(page));
      page = source.apply(page.getLast().leadId());
    }
    return copied;
  }

  /// What the index will never take is missing in the old one, too; what it cannot take now must
  /// not be missing in the new one.
  private static int taken(List<IndexChange> page, List<IndexAnswer> answers) {
    int taken = 0;
    for (int row = 0; row < page.size(); row++) {
      switch (answers.get(row)) {
        case IndexAnswer.Taken() -> taken++;
        case IndexAnswer.Refused(String reason) ->
            LOG.atWarn().addKeyValue("lead", page.get(row).leadId()).log(reason);
        case IndexAnswer.Postponed(String reason) -> throw new IndexUnavailable(reason);
      }
    }
    return taken;
  }
}
