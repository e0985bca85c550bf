package com.aiqleads.local.product;

import com.aiqleads.acquisition.watching.BatchReport;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.acquisition.watching.Watched;
import com.aiqleads.acquisition.watching.WithheldPage;
import com.aiqleads.kernel.PageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// What is watched, for as long as a proof runs.
final class MemoryWatchBook implements WatchBook {

  private final Map<Scope, Watched> watched = new HashMap<>();
  private final Map<Scope, List<WithheldPage>> withheld = new HashMap<>();

  /// The same that is known, and nothing withheld.
  MemoryWatchBook copy() {
    MemoryWatchBook copy = new MemoryWatchBook();
    copy.watched.putAll(watched);
    return copy;
  }

  @Override
  public List<Scope> scopes() {
    return List.copyOf(watched.keySet());
  }

  @Override
  public Watched find(Scope scope) {
    return watched.getOrDefault(scope, Watched.NOTHING);
  }

  @Override
  public void change(Scope scope, UnaryOperator<Watched> change) {
    watched.put(scope, change.apply(find(scope)));
  }

  @Override
  public void keep(Scope scope, BatchReport report) {
    // A proof looks at what becomes of pages, and at alarms.
  }

  @Override
  public List<BatchReport> reports(Scope scope, Instant since) {
    return List.of();
  }

  @Override
  public void withhold(Scope scope, List<WithheldPage> pages) {
    withheld.computeIfAbsent(scope, _ -> new ArrayList<>()).addAll(pages);
  }

  @Override
  public List<WithheldPage> withheld(Scope scope) {
    return List.copyOf(Objects.requireNonNullElse(withheld.get(scope), List.of()));
  }

  @Override
  public void release(Scope scope, List<PageId> pages) {
    withheld.getOrDefault(scope, new ArrayList<>()).removeIf(page -> pages.contains(page.id()));
  }
}
