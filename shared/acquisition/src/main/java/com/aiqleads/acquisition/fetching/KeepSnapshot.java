package com.aiqleads.acquisition.fetching;

/// Keeps a fetched page with the evidence of how it came here.
public interface KeepSnapshot {

  /// The key to find it by in [Snapshots]; the same fetch has the same key, another another.
  String keep(FetchedPage page, SourcePolicy policy);
}
