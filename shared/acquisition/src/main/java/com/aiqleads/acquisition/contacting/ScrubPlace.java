package com.aiqleads.acquisition.contacting;

import com.aiqleads.kernel.ListingId;
import java.util.Optional;

/// How far the last look at all numbers came: the next begins there, so that the end of a long
/// table has its turn, too.
public interface ScrubPlace {

  /// Empty at the beginning.
  Optional<ListingId> reached();

  void reach(Optional<ListingId> last);
}
