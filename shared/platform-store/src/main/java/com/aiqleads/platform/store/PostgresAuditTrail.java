package com.aiqleads.platform.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.ActingKey;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class PostgresAuditTrail implements AuditTrail {

  private static final String OLDER =
      " and (at, id) < (?, ?) order by at desc, id desc limit " + PAGE;

  private final Database database;
  private final ActingKey acting;

  PostgresAuditTrail(Database database, ActingKey acting) {
    this.database = database;
    this.acting = acting;
  }

  @Override
  public void add(AuditEntry entry) {
    database.update(
        "insert into audit_entries (id, at, team_id, user_id, act, subject, key_id)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        row -> {
          row.setObject(1, entry.id());
          row.setObject(2, utc(entry.at()));
          row.setObject(3, entry.team().value());
          row.setObject(4, entry.person().value());
          row.setString(5, entry.act().text());
          row.setString(6, entry.subject());
          row.setObject(7, key(entry).map(ApiKeyId::value).orElse(null));
        });
  }

  private Optional<ApiKeyId> key(AuditEntry entry) {
    return entry.key().or(() -> acting.id().map(ApiKeyId::parse));
  }

  @Override
  public List<AuditEntry> of(TeamId team, UserId person, Before before) {
    return database.query(
        "select * from audit_entries where team_id = ? and user_id = ?" + OLDER,
        row -> {
          row.setObject(1, team.value());
          row.setObject(2, person.value());
          before(row, 3, before);
        },
        PostgresAuditTrail::entry);
  }

  @Override
  public List<AuditEntry> of(TeamId team, Before before) {
    return database.query(
        "select * from audit_entries where team_id = ?" + OLDER,
        row -> {
          row.setObject(1, team.value());
          before(row, 2, before);
        },
        PostgresAuditTrail::entry);
  }

  private static void before(PreparedStatement row, int first, Before before) throws SQLException {
    row.setObject(first, utc(before.at()));
    row.setObject(first + 1, before.id());
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new TeamId(row.getObject("team_id", UUID.class)),
        new UserId(row.getObject("user_id", UUID.class)),
        Act.of(row.getString("act")),
        row.getString("subject"),
        Optional.ofNullable(row.getObject("key_id", UUID.class)).map(ApiKeyId::new));
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
