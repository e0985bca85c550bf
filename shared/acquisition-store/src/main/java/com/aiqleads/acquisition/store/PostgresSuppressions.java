package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.suppression.ListedHash;
import com.aiqleads.acquisition.suppression.SuppressionChange;
import com.aiqleads.acquisition.suppression.SuppressionChange.Act;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.SuppressionKey.Kind;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.lambda.database.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Knows no key, only its hash; what became new is written down in the same statement.
final class PostgresSuppressions implements Suppressions {

  private static final String ADD =
      """
      with added as (
        insert into suppressions (key, kind, suppressed_at)
        select key, kind, ? from unnest(?::uuid[], ?::text[]) as wished (key, kind) order by key
        on conflict do nothing
        returning key, kind
      )
      insert into suppression_changes (key, kind, act, asked_by, reason, changed_at)
      select key, kind, 'SUPPRESSED', ?, ?, ? from added
      """;

  private static final String LIFT =
      """
      with lifted as (
        delete from suppressions where key = any (?::uuid[])
        returning key, kind
      )
      insert into suppression_changes (key, kind, act, asked_by, reason, changed_at)
      select key, kind, 'LIFTED', ?, ?, ? from lifted
      """;

  /// A page for as long as what it is suppressed for is.
  private static final String AMONG =
      """
      select key from suppressions where key = any (?::uuid[])
      union
      select page from suppressed_pages join suppressions on suppressions.key = cause
      where page = any (?::uuid[])
      """;

  private static final String ADD_PAGES =
      """
      insert into suppressed_pages (page, cause, suppressed_at)
      select page, suppressions.key, ?
      from unnest(?::uuid[]) as page cross join suppressions
      where suppressions.key = any (?::uuid[])
      order by 1, 2
      on conflict do nothing
      """;

  private final Database database;
  private final BlindKeys hashes;

  PostgresSuppressions(Database database, BlindKeys hashes) {
    this.database = database;
    this.hashes = hashes;
  }

  @Override
  public Set<SuppressionKey> among(Set<SuppressionKey> keys) {
    Map<UUID, SuppressionKey> asked = hashed(keys);
    return new HashSet<>(
        database.query(
            AMONG,
            find -> {
              Object[] hashes = asked.keySet().toArray();
              Parameters.array(find, 1, "uuid", hashes);
              Parameters.array(find, 2, "uuid", hashes);
            },
            row -> Objects.requireNonNull(asked.get(row.getObject("key", UUID.class)))));
  }

  @Override
  public int add(Set<SuppressionKey> keys, Wish wish) {
    Map<UUID, Kind> kinds = new HashMap<>();
    keys.forEach(key -> kinds.put(hashes.of(key), key.kind()));
    return add(kinds, wish);
  }

  @Override
  public int addListed(Collection<ListedHash> listed, Wish wish) {
    Map<UUID, Kind> kinds = new HashMap<>();
    listed.forEach(one -> kinds.put(hashes.of(one), one.kind()));
    return add(kinds, wish);
  }

  private int add(Map<UUID, Kind> kinds, Wish wish) {
    return database.update(
        ADD,
        add -> {
          Parameters next = new Parameters(add, 1);
          next.set(wish.at().atOffset(ZoneOffset.UTC));
          next.array("uuid", kinds.keySet().toArray());
          next.texts(kinds.values().stream().map(Kind::id).toList());
          bind(next, wish);
        });
  }

  @Override
  public void addPages(Set<SuppressionKey> pages, Set<SuppressionKey> causes, Instant at) {
    database.update(
        ADD_PAGES,
        add -> {
          Parameters next = new Parameters(add, 1);
          next.set(at.atOffset(ZoneOffset.UTC));
          next.array("uuid", pages.stream().map(hashes::of).toArray());
          next.array("uuid", hashed(causes).keySet().toArray());
        });
  }

  @Override
  public int lift(Set<SuppressionKey> keys, Wish wish) {
    return lift(keys.stream().map(hashes::of).toArray(), wish);
  }

  @Override
  public int liftListed(Collection<ListedHash> listed, Wish wish) {
    return lift(listed.stream().map(hashes::of).toArray(), wish);
  }

  private int lift(Object[] keys, Wish wish) {
    return database.update(
        LIFT,
        lift -> {
          Parameters next = new Parameters(lift, 1);
          next.array("uuid", keys);
          bind(next, wish);
        });
  }

  private static void bind(Parameters next, Wish wish) throws java.sql.SQLException {
    next.set(wish.by());
    next.set(wish.reason());
    next.set(wish.at().atOffset(ZoneOffset.UTC));
  }

  @Override
  public List<SuppressionChange> changes() {
    return database.query(
        "select * from suppression_changes order by id desc limit ?",
        find -> find.setInt(1, MAX_CHANGES),
        row ->
            new SuppressionChange(
                row.getObject("key", UUID.class),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Act.valueOf(row.getString("act")),
                row.getString("asked_by"),
                row.getString("reason"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant()));
  }

  /// Also as a deletion list would say it.
  private Map<UUID, SuppressionKey> hashed(Set<SuppressionKey> keys) {
    Map<UUID, SuppressionKey> hashed = new HashMap<>();
    keys.forEach(
        key -> {
          hashed.put(hashes.of(key), key);
          ListedHash.of(key).ifPresent(listed -> hashed.put(hashes.of(listed), key));
        });
    return hashed;
  }
}
