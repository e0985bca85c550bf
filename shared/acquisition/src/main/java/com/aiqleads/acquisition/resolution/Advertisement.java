package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.matching.Traits;
import com.aiqleads.kernel.PageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A validated advertisement as the leads know it.
///
/// @param page where it was read last
/// @param firstSeenAt when it was first observed; [Listing#observedAt] says when last
/// @param sellerUrl where its site shows what else the same seller advertises; of one that is read
///     from the store it is not known, since only a keyed hash of it is kept
public record Advertisement(
    Listing listing,
    PageId page,
    String market,
    Address address,
    Location location,
    Contact contact,
    Instant firstSeenAt,
    @Nullable String sellerUrl) {

  public Advertisement(
      Listing listing,
      PageId page,
      String market,
      Address address,
      Location location,
      Contact contact,
      Instant firstSeenAt) {
    this(listing, page, market, address, location, contact, firstSeenAt, null);
  }

  /// The same advertisement, known since an earlier observation of it.
  Advertisement knownSince(Advertisement earlier) {
    Instant since = earlier.firstSeenAt.isBefore(firstSeenAt) ? earlier.firstSeenAt : firstSeenAt;
    return new Advertisement(listing, page, market, address, location, contact, since, sellerUrl);
  }

  Traits traits() {
    return Traits.of(listing, address, location, contact);
  }
}
