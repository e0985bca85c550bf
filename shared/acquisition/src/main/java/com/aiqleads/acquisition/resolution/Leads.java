package com.aiqleads.acquisition.resolution;

import com.aiqleads.kernel.ListingId;
import java.util.List;
import java.util.Set;

/// All leads that acquisition knows.
public interface Leads {

  /// How many leads with one common key are compared at most.
  int MAX_CANDIDATES = 50;

  /// The lead of the advertisement and every lead with one of the keys, oldest first, at most
  /// [#MAX_CANDIDATES]. Until the end of the transaction nobody else gets past here with the same
  /// advertisement or one of the keys: two decisions about one property never run side by side.
  List<KnownLead> claim(ListingId listing, Set<BlockingKey> keys);

  /// Writes the lead's version, the advertisement as it was last seen, its match and its keys. The
  /// match of an advertisement that is known already stays as it is.
  void file(Resolution.Filed filed);
}
