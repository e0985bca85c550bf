package com.aiqleads.acquisition.approving;

import com.aiqleads.acquisition.CrawledSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Decisions that end with the process.
public final class InMemorySourceBook implements SourceBook {

  private final Map<CrawledSite, Permit> permits = new HashMap<>();
  private final Map<String, SearchTarget> targets = new TreeMap<>();
  private final List<SourceChange> changes = new ArrayList<>();

  @Override
  public Optional<Permit> permit(CrawledSite source) {
    return Optional.ofNullable(permits.get(source));
  }

  @Override
  public List<SearchTarget> targets(CrawledSite source) {
    return targets.values().stream().filter(target -> target.source() == source).toList();
  }

  @Override
  public void put(Permit permit, SourceChange change) {
    permits.put(permit.source(), permit);
    changes.addFirst(change);
  }

  @Override
  public void put(SearchTarget target, SourceChange change) {
    targets.put(key(target.source(), target.market()), target);
    changes.addFirst(change);
  }

  @Override
  public boolean withdraw(CrawledSite source, SourceChange change) {
    return permits.remove(source) != null && changes.add(change);
  }

  @Override
  public boolean remove(CrawledSite source, String market, SourceChange change) {
    return targets.remove(key(source, market)) != null && changes.add(change);
  }

  private static String key(CrawledSite source, String market) {
    return source.id() + " " + market;
  }

  @Override
  public List<SourceChange> changes(CrawledSite source) {
    return changes.stream().filter(change -> change.source() == source).toList();
  }
}
