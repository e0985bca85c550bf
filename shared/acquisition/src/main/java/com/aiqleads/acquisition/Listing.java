package com.aiqleads.acquisition;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One advertisement as its site showed it at one moment.
public record Listing(
    ListingId id,
    Source source,
    String sourceListingId,
    String url,
    String title,
    @Nullable String description,
    @Nullable Money price,
    Property property,
    @Nullable LocalDate listedOn,
    List<String> photoUrls,
    @Nullable String mlsNumber,
    Instant observedAt) {

  public Listing {
    photoUrls = List.copyOf(photoUrls);
  }

  /// The same advertisement has the same id, however often and by whomever it is read.
  public static ListingId idOf(Source source, String sourceListingId) {
    return new ListingId(Ids.derived("listing", source.id(), sourceListingId));
  }

  public Listing observedAt(Instant other) {
    return new Listing(
        id,
        source,
        sourceListingId,
        url,
        title,
        description,
        price,
        property,
        listedOn,
        photoUrls,
        mlsNumber,
        other);
  }

  public Listing described(String newTitle, @Nullable String newDescription) {
    return new Listing(
        id,
        source,
        sourceListingId,
        url,
        newTitle,
        newDescription,
        price,
        property,
        listedOn,
        photoUrls,
        mlsNumber,
        observedAt);
  }
}
