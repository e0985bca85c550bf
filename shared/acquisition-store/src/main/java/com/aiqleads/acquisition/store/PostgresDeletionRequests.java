package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.deleting.DeletionRequest;
import com.aiqleads.acquisition.deleting.DeletionRequests;
import com.aiqleads.acquisition.deleting.DeletionStatus;
import com.aiqleads.acquisition.deleting.PullId;
import com.aiqleads.acquisition.suppression.ListedHash;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.lambda.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request is known by its work item for good: pulled again, it changes nothing.
final class PostgresDeletionRequests implements DeletionRequests {

  private static final String TAKE =
      """
      insert into deletion_requests (work_item, pull_id, file, key, asked_at)
      select work_item, ?, file, key, ?
      from unnest(?::text[], ?::text[], ?::uuid[]) as listed (work_item, file, key)
      order by work_item
      on conflict do nothing
      returning work_item
      """;

  private static final String WITHDRAW =
      """
      update deletion_requests set withdrawn_at = ?
      where work_item = any (?::text[]) and withdrawn_at is null and key is not null
      """;

  private static final String STILL_ASKED =
      """
      select key from deletion_requests
      where key = any (?::uuid[]) and withdrawn_at is null
      """;

  private static final String ANSWERABLE =
      """
      select request.file, request.work_item, request.erasure_id is not null as known
      from deletion_requests as request
      left join erasures as erasure on erasure.id = request.erasure_id
      where request.pull_id = ? and request.answered_at is null and request.withdrawn_at is null
        and (request.erasure_id is null or erasure.finished_at is not null)
        and not exists (
          select 1 from erasure_places as place
          where place.erasure_id = request.erasure_id and place.left_over > 0)
      order by request.file, request.work_item
      limit ?
      """;

  private static final String STANDING =
      """
      select
        (select max(pulled_at) from deletion_pulls) as pulled_at,
        min(asked_at) filter (where answered_at is null and withdrawn_at is null) as waiting_since,
        count(*) as requests,
        count(*) filter (where answered_at is null and withdrawn_at is null) as waiting,
        count(*) filter (where status = 3) as deleted,
        count(*) filter (where status = 5) as not_found,
        count(*) filter (where withdrawn_at is not null) as withdrawn
      from deletion_requests
      """;

  private final Database database;
  private final BlindKeys hashes;

  PostgresDeletionRequests(Database database, BlindKeys hashes) {
    this.database = database;
    this.hashes = hashes;
  }

  @Override
  public List<DeletionRequest> take(PullId pull, List<DeletionRequest> requests, Instant at) {
    Set<String> added =
        new HashSet<>(
            database.query(
                TAKE,
                take -> {
                  Parameters next = new Parameters(take, 1);
                  next.set(pull.value());
                  next.set(time(at));
                  next.texts(requests.stream().map(DeletionRequest::workItem).toList());
                  next.texts(requests.stream().map(DeletionRequest::file).toList());
                  next.array("uuid", requests.stream().map(this::key).toArray());
                },
                row -> row.getString(1)));
    return requests.stream().filter(one -> added.contains(one.workItem())).toList();
  }

  private @Nullable UUID key(DeletionRequest request) {
    ListedHash who = request.who();
    return who == null ? null : hashes.of(who);
  }

  @Override
  public Set<ListedHash> withdraw(List<DeletionRequest> requests, Instant at) {
    database.update(
        WITHDRAW,
        row -> {
          row.setObject(1, time(at));
          Parameters.array(
              row, 2, "text", requests.stream().map(DeletionRequest::workItem).toArray());
        });
    Map<UUID, ListedHash> free = new HashMap<>();
    requests.stream()
        .map(DeletionRequest::who)
        .filter(Objects::nonNull)
        .forEach(who -> free.put(hashes.of(who), who));
    database
        .query(
            STILL_ASKED,
            find -> Parameters.array(find, 1, "uuid", free.keySet().toArray()),
            row -> row.getObject(1, UUID.class))
        .forEach(free::remove);
    return Set.copyOf(free.values());
  }

  @Override
  public Map<ListedHash, List<String>> unmatched(Set<ListedHash> asked) {
    Map<UUID, ListedHash> byKey = new HashMap<>();
    asked.forEach(one -> byKey.put(hashes.of(one), one));
    Map<ListedHash, List<String>> found = new HashMap<>();
    database.query(
        "select key, work_item from deletion_requests where key = any (?::uuid[])"
            + " and erasure_id is null and withdrawn_at is null and answered_at is null",
        find -> Parameters.array(find, 1, "uuid", byKey.keySet().toArray()),
        row ->
            found
                .computeIfAbsent(
                    Objects.requireNonNull(byKey.get(row.getObject(1, UUID.class))),
                    _ -> new ArrayList<>())
                .add(row.getString(2)));
    return found;
  }

  @Override
  public void erasing(List<String> workItems, CorrelationId erasure) {
    database.update(
        "update deletion_requests set erasure_id = ? where work_item = any (?::text[])",
        row -> {
          row.setObject(1, erasure.value());
          Parameters.array(row, 2, "text", workItems.toArray());
        });
  }

  /// Of one list: the platform takes an answer by the list's name.
  @Override
  public Optional<Answerable> answerable(PullId pull, int limit) {
    Map<String, Map<String, DeletionStatus>> byFile = new TreeMap<>();
    database.query(
        ANSWERABLE,
        find -> {
          find.setObject(1, pull.value());
          find.setInt(2, limit);
        },
        row ->
            byFile
                .computeIfAbsent(row.getString("file"), _ -> new TreeMap<>())
                .put(row.getString("work_item"), status(row.getBoolean("known"))));
    return byFile.entrySet().stream()
        .findFirst()
        .map(file -> new Answerable(file.getKey(), file.getValue()));
  }

  private static DeletionStatus status(boolean isKnown) {
    return isKnown ? DeletionStatus.DELETED : DeletionStatus.NOT_FOUND;
  }

  @Override
  public void answered(Map<String, DeletionStatus> byWorkItem, Instant at) {
    List<Map.Entry<String, DeletionStatus>> answers = List.copyOf(byWorkItem.entrySet());
    database.update(
        "update deletion_requests as request set status = answer.status, answered_at = ?"
            + " from unnest(?::text[], ?::integer[]) as answer (work_item, status)"
            + " where request.work_item = answer.work_item",
        row -> {
          Parameters next = new Parameters(row, 1);
          next.set(time(at));
          next.texts(answers.stream().map(Map.Entry::getKey).toList());
          next.array("integer", answers.stream().map(one -> one.getValue().code()).toArray());
        });
  }

  @Override
  public Standing standing() {
    return database.queryOne(STANDING, _ -> {}, PostgresDeletionRequests::standing).orElseThrow();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        instant(row, "pulled_at"),
        instant(row, "waiting_since"),
        row.getLong("requests"),
        row.getLong("waiting"),
        row.getLong("deleted"),
        row.getLong("not_found"),
        row.getLong("withdrawn"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
