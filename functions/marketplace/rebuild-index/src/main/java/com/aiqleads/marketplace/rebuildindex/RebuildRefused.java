package com.aiqleads.marketplace.rebuildindex;

import com.aiqleads.marketplace.search.Rebuilds;
import java.time.Instant;

/// Nothing was done, because another rebuild is in progress or died not long ago.
final class RebuildRefused extends RuntimeException {

  RebuildRefused(Instant since) {
    super(
        ("the index was not rebuilt: another rebuild is in progress since %s;"
                + " should that have died, try again from %s on")
            .formatted(since, since.plus(Rebuilds.LONGEST)));
  }
}
