package com.aiqleads.marketplace.rebuildindex;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.search.Catalog;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.marketplace.search.LeadIndex;
import com.aiqleads.marketplace.search.Rebuilds;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
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

  void rebuild() {
    if (!rebuilds.begin()) {
      LOG.atInfo().log("the index is being rebuilt already");
      return;
    }
    try {
      LOG.atInfo().addKeyValue("leads", fill()).log("rebuilt the index");
    } finally {
      rebuilds.end();
    }
  }

  /// What was published while the pages were read went to the old index: it is read again.
  private int fill() {
    Instant start = clock.instant();
    LeadIndex.Fresh fresh = index.fresh();
    int leads = copy(Instant.EPOCH, fresh::put);
    fresh.takeOver();
    return leads + copy(start.minus(OVERLAP), this::putAgain);
  }

  private int copy(Instant changedSince, Consumer<List<IndexedLead>> target) {
    int leads = 0;
    @Nullable LeadId last = null;
    List<IndexedLead> page = catalog.page(last, changedSince, PAGE);
    while (!page.isEmpty()) {
      target.accept(page);
      leads += page.size();
      last = page.getLast().leadId();
      page = catalog.page(last, changedSince, PAGE);
    }
    return leads;
  }

  private void putAgain(List<IndexedLead> leads) {
    index.apply(leads.stream().<IndexChange>map(IndexChange.Put::new).toList());
  }
}
