package com.aiqleads.acquisition.suppression;

import com.aiqleads.acquisition.suppression.SuppressionChange.Act;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Suppressions that end with the process.
public final class InMemorySuppressions implements Suppressions {

  private final Set<SuppressionKey> keys = new HashSet<>();
  private final Set<ListedHash> listed = new HashSet<>();
  private final Map<SuppressionKey, Set<SuppressionKey>> causes = new HashMap<>();
  private final List<SuppressionChange> changes = new ArrayList<>();

  public void suppress(SuppressionKey key) {
    int _ = add(Set.of(key), new Wish("a test", "asked for it", Instant.EPOCH));
  }

  @Override
  public synchronized Set<SuppressionKey> among(Set<SuppressionKey> asked) {
    return asked.stream()
        .filter(
            key -> isIn(key) || causes.getOrDefault(key, Set.of()).stream().anyMatch(this::isIn))
        .collect(Collectors.toSet());
  }

  private boolean isIn(SuppressionKey key) {
    return keys.contains(key) || ListedHash.of(key).filter(listed::contains).isPresent();
  }

  @Override
  public synchronized int add(Set<SuppressionKey> added, Wish wish) {
    return (int)
        added.stream().filter(keys::add).peek(key -> note(key, Act.SUPPRESSED, wish)).count();
  }

  @Override
  public synchronized void addPages(
      Set<SuppressionKey> pages, Set<SuppressionKey> reasons, Instant at) {
    pages.forEach(page -> causes.computeIfAbsent(page, _ -> new HashSet<>()).addAll(reasons));
  }

  @Override
  public synchronized int lift(Set<SuppressionKey> lifted, Wish wish) {
    return (int)
        lifted.stream().filter(keys::remove).peek(key -> note(key, Act.LIFTED, wish)).count();
  }

  @Override
  public synchronized int addListed(Collection<ListedHash> hashes, Wish wish) {
    return (int) hashes.stream().filter(listed::add).count();
  }

  @Override
  public synchronized int liftListed(Collection<ListedHash> hashes, Wish wish) {
    return (int) hashes.stream().filter(listed::remove).count();
  }

  @Override
  public synchronized List<SuppressionChange> changes() {
    return List.copyOf(changes.reversed());
  }

  private void note(SuppressionKey key, Act act, Wish wish) {
    UUID digest = UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8));
    changes.add(
        new SuppressionChange(digest, key.kind(), act, wish.by(), wish.reason(), wish.at()));
  }
}
