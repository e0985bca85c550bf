package com.aiqleads.platform.store;

import static com.aiqleads.platform.store.PostgresAuditTrail.utc;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.ApiKeySecret;
import com.aiqleads.platform.ApiKeys;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SessionOwner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class PostgresApiKeys implements ApiKeys {

  private static final String ADD =
      """
      insert into api_keys (id, team_id, user_id, name, scopes, digest, created_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String OF_TEAM =
      "select * from api_keys where team_id = ? and revoked_at is null and expires_at > ?";

  private static final String ROTATE =
      """
      update api_keys set previous_digest = digest, previous_until = ?, digest = ?
      where team_id = ? and id = ? and revoked_at is null and expires_at > ?
      """;

  private static final String USE =
      """
      update api_keys set last_used_at = ?
      where id = ? and revoked_at is null and expires_at > ?
        and (digest = ? or (previous_digest = ? and previous_until > ?))
      returning *
      """;

  private final Database database;

  PostgresApiKeys(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(ApiKey key, RandomSecret secret) {
    return database.inTransaction(
        () -> {
          lock(key.team());
          boolean fits = of(key.team(), key.createdAt()).size() < ApiKey.MOST_OF_A_TEAM;
          if (fits) {
            insert(key, secret);
          }
          return fits;
        });
  }

  /// Two who add at once count one after the other.
  private void lock(TeamId team) {
    var _ =
        database.query(
            "select id from teams where id = ? for update",
            Parameters.of(team.value()),
            row -> row.getString(1));
  }

  private void insert(ApiKey key, RandomSecret secret) {
    database.update(
        ADD,
        Parameters.of(
            key.id().value(),
            key.team().value(),
            key.maker().value(),
            key.name().value(),
            scopes(key),
            secret.fingerprint(),
            utc(key.createdAt()),
            utc(key.expiresAt())));
  }

  private static String[] scopes(ApiKey key) {
    return key.scopes().stream().map(Scope::text).sorted().toArray(String[]::new);
  }

  @Override
  public List<ApiKey> of(TeamId team, Instant now) {
    return database.query(
        OF_TEAM + " order by created_at desc",
        Parameters.of(team.value(), utc(now)),
        PostgresApiKeys::key);
  }

  @Override
  public Optional<ApiKey> find(TeamId team, ApiKeyId key, Instant now) {
    return database.queryOne(
        OF_TEAM + " and id = ?",
        Parameters.of(team.value(), utc(now), key.value()),
        PostgresApiKeys::key);
  }

  @Override
  public boolean rotate(
      TeamId team, ApiKeyId key, RandomSecret next, Instant now, Instant graceEnd) {
    return database.update(
            ROTATE,
            Parameters.of(utc(graceEnd), next.fingerprint(), team.value(), key.value(), utc(now)))
        == 1;
  }

  @Override
  public boolean revoke(TeamId team, ApiKeyId key, Instant now) {
    return database.update(
            "update api_keys set revoked_at = ?"
                + " where team_id = ? and id = ? and revoked_at is null",
            Parameters.of(utc(now), team.value(), key.value()))
        == 1;
  }

  @Override
  public List<ApiKeyId> revokeAll(TeamId team, UserId maker, Instant now) {
    return database.query(
        "update api_keys set revoked_at = ?"
            + " where team_id = ? and user_id = ? and revoked_at is null returning id",
        Parameters.of(utc(now), team.value(), maker.value()),
        row -> new ApiKeyId(row.getObject("id", UUID.class)));
  }

  @Override
  public Optional<SessionOwner> maker(ApiKeyId key) {
    return database.queryOne(
        "select user_id, team_id from api_keys where id = ?",
        Parameters.of(key.value()),
        row ->
            new SessionOwner(
                new UserId(row.getObject("user_id", UUID.class)),
                new TeamId(row.getObject("team_id", UUID.class))));
  }

  @Override
  public Optional<ApiKey> use(ApiKeySecret presented, Instant now) {
    String digest = presented.secret().fingerprint();
    return database.queryOne(
        USE,
        Parameters.of(utc(now), presented.id().value(), utc(now), digest, digest, utc(now)),
        PostgresApiKeys::key);
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        new ApiKeyId(row.getObject("id", UUID.class)),
        new TeamId(row.getObject("team_id", UUID.class)),
        new UserId(row.getObject("user_id", UUID.class)),
        new Name(row.getString("name")),
        scopes((String[]) row.getArray("scopes").getArray()),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("last_used_at", OffsetDateTime.class)));
  }

  /// A scope that is no more is left out: it allows nothing.
  private static Set<Scope> scopes(String[] texts) {
    return Arrays.stream(texts)
        .flatMap(text -> Scope.of(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }
}
