package com.aiqleads.acquisition.lineage;

import com.aiqleads.acquisition.parsing.Particulars;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.PageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Of a listing as it was parsed last: from which stored page, by which version of which parser,
/// and what else its page said, with the paths of what contradicts itself.
///
/// @param price the last one that a page named; a page may name none in between
public record Lineage(
    ListingId listing,
    String source,
    String market,
    String url,
    PageId page,
    String snapshotKey,
    String parserVersion,
    Instant observedAt,
    @Nullable SeenPrice price,
    Particulars particulars) {

  /// What it means that this was parsed after that. Of one look at the page the later parse counts,
  /// but it is no change of the listing.
  public Succession after(Lineage earlier) {
    if (observedAt.isBefore(earlier.observedAt)) {
      return new Succession.Outdated();
    }
    if (price == null) {
      return new Succession.Kept(priced(earlier.price));
    }
    SeenPrice before = earlier.price;
    return before != null
            && before.at().isBefore(observedAt)
            && !before.price().equals(price.price())
        ? new Succession.Repriced(this, before, price)
        : new Succession.Kept(this);
  }

  private Lineage priced(@Nullable SeenPrice other) {
    return new Lineage(
        listing,
        source,
        market,
        url,
        page,
        snapshotKey,
        parserVersion,
        observedAt,
        other,
        particulars);
  }
}
