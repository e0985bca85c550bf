package com.aiqleads.acquisition.fetching;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Snapshots that end with the process.
public final class InMemorySnapshots implements Snapshots, KeepSnapshot {

  private final Map<String, PageBytes> snapshots = new ConcurrentHashMap<>();

  @Override
  public String keep(FetchedPage page, SourcePolicy policy) {
    String key = policy.source() + "/" + page.body().hash();
    snapshots.put(key, page.body());
    return key;
  }

  @Override
  public Optional<byte[]> find(String snapshotKey) {
    return Optional.ofNullable(snapshots.get(snapshotKey)).map(PageBytes::toArray);
  }

  public int size() {
    return snapshots.size();
  }
}
