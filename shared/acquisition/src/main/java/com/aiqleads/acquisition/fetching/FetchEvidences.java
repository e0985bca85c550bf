package com.aiqleads.acquisition.fetching;

import java.util.Optional;

/// The evidence of all fetches whose pages are still stored.
public interface FetchEvidences {

  /// Empty, if the page is gone or was stored without it.
  Optional<FetchEvidence> of(String snapshotKey);
}
