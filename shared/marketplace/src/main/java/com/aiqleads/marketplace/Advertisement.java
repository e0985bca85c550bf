package com.aiqleads.marketplace;

import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The advertisement that a lead is known by, as its site showed it. It may name the seller:
/// whoever has not bought the lead sees only what [Redaction] leaves of it.
public record Advertisement(
    ListingId listingId,
    String source,
    String url,
    String title,
    @Nullable String description,
    @Nullable Money askingPrice,
    @Nullable LocalDate listedOn,
    List<String> photoUrls,
    Instant observedAt) {

  public Advertisement {
    photoUrls = List.copyOf(photoUrls);
  }
}
