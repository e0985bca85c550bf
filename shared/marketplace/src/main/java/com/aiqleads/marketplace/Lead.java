package com.aiqleads.marketplace;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A property for sale by one seller. Its version rises with every change.
public record Lead(
    LeadId id,
    long version,
    String market,
    Advertisement advertisement,
    Property property,
    Address address,
    GeoPoint point,
    List<String> sources,
    int listings,
    Instant firstSeenAt) {

  public Lead {
    sources = List.copyOf(sources);
    firstSeenAt = firstSeenAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /// About a square kilometre: the only place that is shown, indexed or searched.
  public Cell cell() {
    return Cell.of(point);
  }

  /// What a lead is called before it is bought: its own title may be an address.
  public String headline() {
    String kind = property.type().replace('_', ' ');
    String what = property.bedrooms() == null ? kind : bedrooms(property.bedrooms()) + kind;
    return what.substring(0, 1).toUpperCase(Locale.ROOT)
        + what.substring(1)
        + " in "
        + address.city()
        + ", "
        + address.state();
  }

  /// The description without what would lead to the seller.
  public @Nullable String teaser() {
    String description = advertisement.description();
    return description == null ? null : Redaction.of(address).redact(description);
  }

  private static String bedrooms(int count) {
    return count == 0 ? "studio " : count + "-bedroom ";
  }
}
