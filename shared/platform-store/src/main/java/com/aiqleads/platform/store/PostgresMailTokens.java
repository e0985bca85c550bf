package com.aiqleads.platform.store;

import static com.aiqleads.platform.store.PostgresAuditTrail.utc;

import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.platform.MailKind;
import com.aiqleads.platform.MailTokens;
import com.aiqleads.platform.RandomSecret;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

final class PostgresMailTokens implements MailTokens {

  private static final String GOOD =
      "select user_id from mail_tokens"
          + " where digest = ? and kind = ? and used_at is null and expires_at > ?";

  /// One statement, so that of two who use one token at once the second finds it used.
  private static final String USE =
      """
      update mail_tokens set used_at = ?
      where kind = ? and used_at is null and user_id =
        (%s)
      """
          .formatted(GOOD);

  private final Database database;

  PostgresMailTokens(Database database) {
    this.database = database;
  }

  @Override
  public void add(RandomSecret secret, MailKind kind, UserId user, Instant expiresAt) {
    database.update(
        "insert into mail_tokens (digest, kind, user_id, expires_at) values (?, ?, ?, ?)",
        Parameters.of(secret.fingerprint(), kind.text(), user.value(), utc(expiresAt)));
  }

  @Override
  public boolean isGood(RandomSecret secret, MailKind kind, Instant now) {
    return database
        .queryOne(
            GOOD,
            Parameters.of(secret.fingerprint(), kind.text(), utc(now)),
            row -> row.getString("user_id"))
        .isPresent();
  }

  @Override
  public Optional<UserId> use(RandomSecret secret, MailKind kind, Instant now) {
    return database.queryOne(
        USE + " returning user_id",
        row -> set(row, secret, kind, now),
        row -> new UserId(row.getObject("user_id", UUID.class)));
  }

  @Override
  public boolean use(RandomSecret secret, MailKind kind, UserId user, Instant now) {
    return database.update(
            USE + " and user_id = ?",
            row -> {
              set(row, secret, kind, now);
              row.setObject(6, user.value());
            })
        > 0;
  }

  private static void set(PreparedStatement row, RandomSecret secret, MailKind kind, Instant now)
      throws SQLException {
    row.setObject(1, utc(now));
    row.setString(2, kind.text());
    row.setString(3, secret.fingerprint());
    row.setString(4, kind.text());
    row.setObject(5, utc(now));
  }
}
