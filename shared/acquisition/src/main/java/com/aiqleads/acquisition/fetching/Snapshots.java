package com.aiqleads.acquisition.fetching;

import java.util.Optional;

/// The pages as they were fetched, each under a key of its own, so that any later parser can read
/// them again.
public interface Snapshots {

  /// The bytes that the site sent, or empty if the snapshot has expired.
  Optional<byte[]> find(String snapshotKey);
}
