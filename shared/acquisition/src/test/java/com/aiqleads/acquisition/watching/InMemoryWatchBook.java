package com.aiqleads.acquisition.watching;

import com.aiqleads.kernel.PageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// As the real one, in memory; fails when told to.
public final class InMemoryWatchBook implements WatchBook {

  private final Map<String, Watched> watched = new TreeMap<>();
  private final Map<String, List<WithheldPage>> withheld = new TreeMap<>();
  private final Map<String, List<BatchReport>> reports = new TreeMap<>();
  private boolean isDown;

  public void goDown() {
    isDown = true;
  }

  public void comeBack() {
    isDown = false;
  }

  private void check() {
    if (isDown) {
      throw new IllegalStateException("the store does not answer");
    }
  }

  @Override
  public List<Scope> scopes() {
    check();
    return watched.keySet().stream().map(Scope::parse).toList();
  }

  @Override
  public Watched find(Scope scope) {
    check();
    return watched.getOrDefault(scope.text(), Watched.NOTHING);
  }

  @Override
  public void change(Scope scope, UnaryOperator<Watched> change) {
    watched.put(scope.text(), change.apply(find(scope)));
  }

  @Override
  public void keep(Scope scope, BatchReport report) {
    check();
    reports.computeIfAbsent(scope.text(), _ -> new ArrayList<>()).add(report);
  }

  @Override
  public List<BatchReport> reports(Scope scope, Instant since) {
    return reports.getOrDefault(scope.text(), List.of()).stream()
        .filter(report -> !report.at().isBefore(since))
        .toList();
  }

  @Override
  public void withhold(Scope scope, List<WithheldPage> pages) {
    check();
    List<WithheldPage> all = withheld.computeIfAbsent(scope.text(), _ -> new ArrayList<>());
    all.removeIf(page -> pages.stream().anyMatch(other -> other.id().equals(page.id())));
    all.addAll(pages);
  }

  @Override
  public List<WithheldPage> withheld(Scope scope) {
    return withheld.getOrDefault(scope.text(), List.of()).stream()
        .sorted(Comparator.comparing(WithheldPage::fetchedAt))
        .toList();
  }

  @Override
  public void release(Scope scope, List<PageId> pages) {
    check();
    withheld
        .getOrDefault(scope.text(), new ArrayList<>())
        .removeIf(page -> pages.contains(page.id()));
  }
}
