package com.aiqleads.acquisition.lineage;

import com.aiqleads.kernel.ListingId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Parses of listings that follow each other, known and kept together: one read and one write for
/// however many.
public final class Succeeding {

  private final Lineages lineages;
  private final Map<ListingId, Lineage> known = new HashMap<>();
  private final Map<ListingId, Lineage> changed = new HashMap<>();

  private Succeeding(Lineages lineages) {
    this.lineages = lineages;
  }

  /// In a transaction, which must end with [#keep].
  public static Succeeding of(Lineages lineages, Set<ListingId> listings) {
    Succeeding succeeding = new Succeeding(lineages);
    lineages.reserve(listings);
    lineages.find(listings).forEach(lineage -> succeeding.known.put(lineage.listing(), lineage));
    return succeeding;
  }

  /// What this parse means after all before it, those of this transaction among them.
  public Succession next(Lineage parsed) {
    Lineage before = known.get(parsed.listing());
    Succession succession = before == null ? new Succession.Kept(parsed) : parsed.after(before);
    switch (succession) {
      case Succession.Outdated _ -> {}
      case Succession.Kept(Lineage kept) -> remember(kept);
      case Succession.Repriced(Lineage kept, SeenPrice _, SeenPrice _) -> remember(kept);
    }
    return succession;
  }

  private void remember(Lineage kept) {
    known.put(kept.listing(), kept);
    changed.put(kept.listing(), kept);
  }

  public void keep() {
    lineages.keep(changed.values());
  }
}
