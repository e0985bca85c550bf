package com.aiqleads.acquisition.lineage;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.Conflict;
import com.aiqleads.acquisition.parsing.Conflict.Reading;
import com.aiqleads.acquisition.parsing.Particulars;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.PageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lineages that tests talk about.
public final class LineageFixtures {

  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private LineageFixtures() {}

  public static Lineage aLineage(Instant observedAt, @Nullable Money price) {
    return new Lineage(
        Listing.idOf(Source.CRAIGSLIST, "7890123456"),
        "craigslist",
        "miami-fl",
        "https://www.craigslist.org/view/d/home/eeMN5hZjKAv-GN4qFKr_U8",
        new PageId(Ids.derived("page", observedAt.toString())),
        "craigslist/ab/key.gz",
        "craigslist-1",
        observedAt,
        price == null ? null : new SeenPrice(price, observedAt),
        someParticulars());
  }

  public static Particulars someParticulars() {
    return new Particulars(
        "eeMN5hZjKAv-GN4qFKr_U8",
        NOON.minus(Duration.ofDays(3)),
        null,
        NOON.plus(Duration.ofDays(27)),
        "https://www.craigslist.org/search?userpostingid=1",
        true,
        true,
        Map.of("laundry", "w/d in unit"),
        List.of(
            new Conflict(
                "zip",
                List.of(
                    new Reading("h2.street-address", "33145"),
                    new Reading("ld address.postalCode", "33146")))));
  }
}
