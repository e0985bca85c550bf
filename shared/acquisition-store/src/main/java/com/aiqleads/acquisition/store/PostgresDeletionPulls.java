package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.deleting.DeletionPulls;
import com.aiqleads.acquisition.deleting.PullId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// A row a pull, with the time of each step that is done.
final class PostgresDeletionPulls implements DeletionPulls {

  private static final String FINISH =
      """
      update deletion_pulls as pull set answered_at = ?
      where id = ? and answered_at is null and compared_at is not null
        and not exists (
          select 1 from deletion_requests as request
          where request.pull_id = pull.id and request.answered_at is null
            and request.withdrawn_at is null)
      """;

  private final Database database;

  PostgresDeletionPulls(Database database) {
    this.database = database;
  }

  @Override
  public void begin(PullId pull, Instant at) {
    database.update(
        "insert into deletion_pulls (id, pulled_at) values (?, ?) on conflict do nothing",
        row -> {
          row.setObject(1, pull.value());
          row.setObject(2, time(at));
        });
  }

  @Override
  public void nothingNew(PullId pull, Instant at) {
    database.update(
        "insert into deletion_pulls (id, pulled_at, read_at, compared_at, answered_at)"
            + " values (?, ?, ?, ?, ?) on conflict do nothing",
        row -> {
          row.setObject(1, pull.value());
          for (int column = 2; column <= 5; column++) {
            row.setObject(column, time(at));
          }
        });
  }

  @Override
  public boolean isRead(PullId pull) {
    return database
        .queryOne(
            "select 1 from deletion_pulls where id = ? and read_at is not null",
            find -> find.setObject(1, pull.value()),
            row -> row.getInt(1))
        .isPresent();
  }

  @Override
  public Optional<Pull> open() {
    return database.queryOne(
        "select * from deletion_pulls where answered_at is null order by pulled_at limit 1",
        _ -> {},
        row ->
            new Pull(
                new PullId(row.getObject("id", UUID.class)),
                row.getObject("read_at") != null,
                row.getObject("compared_at") != null,
                Optional.ofNullable(row.getObject("compared_to", UUID.class)).map(ListingId::new)));
  }

  @Override
  public void read(PullId pull, Instant at) {
    mark("update deletion_pulls set read_at = ? where id = ?", time(at), pull);
  }

  @Override
  public void comparedTo(PullId pull, ListingId listing) {
    mark("update deletion_pulls set compared_to = ? where id = ?", listing.value(), pull);
  }

  @Override
  public void compared(PullId pull, Instant at) {
    mark("update deletion_pulls set compared_at = ? where id = ?", time(at), pull);
  }

  private void mark(String sql, Object value, PullId pull) {
    database.update(
        sql,
        row -> {
          row.setObject(1, value);
          row.setObject(2, pull.value());
        });
  }

  @Override
  public int nextPart(PullId pull) {
    return database
        .queryOne(
            "update deletion_pulls set parts = parts + 1 where id = ? returning parts",
            row -> row.setObject(1, pull.value()),
            row -> row.getInt(1))
        .orElseThrow();
  }

  @Override
  public boolean finish(PullId pull, Instant at) {
    return database.update(
            FINISH,
            row -> {
              row.setObject(1, time(at));
              row.setObject(2, pull.value());
            })
        > 0;
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
