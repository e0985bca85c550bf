package com.aiqleads.platform.store;

import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.RecoveryCode;
import com.aiqleads.platform.SecondFactor;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.SecondFactor.None;
import com.aiqleads.platform.SecondFactor.Offered;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.TotpSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

final class PostgresSecondFactors implements SecondFactors {

  private static final String FACTOR =
      """
      select secret, last_step, enrolled_at is not null as enrolled, enrolled_in,
             (select count(*) from recovery_codes c
              where c.user_id = f.user_id and c.used_at is null) as codes_left
      from second_factors f where user_id = ?
      """;

  private static final String OFFER =
      """
      insert into second_factors (user_id, secret) values (?, ?)
      on conflict (user_id) do update set
        secret = case when second_factors.enrolled_at is null
                 then excluded.secret else second_factors.secret end,
        offered = case when second_factors.enrolled_at is null then null else excluded.secret end
      """;

  private static final String OFFERED =
      """
      select case when enrolled_at is null then secret else offered end as offered
      from second_factors where user_id = ?
      """;

  private static final String ENROL =
      """
      insert into second_factors (user_id, secret, enrolled_at, last_step, enrolled_in)
      values (?, ?, clock_timestamp(), ?, ?)
      """;

  private final Database database;
  private final Supplier<FieldCipher> cipher;

  PostgresSecondFactors(Database database, Supplier<FieldCipher> cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  @Override
  public SecondFactor of(UserId user) {
    return database
        .queryOne(FACTOR, row -> row.setObject(1, user.value()), this::factor)
        .orElseGet(None::new);
  }

  private SecondFactor factor(ResultSet row) throws SQLException {
    TotpSecret secret = new TotpSecret(cipher.get().decrypt(row.getString("secret")));
    return row.getBoolean("enrolled")
        ? new Enrolled(secret, row.getLong("last_step"), row.getInt("codes_left"), enrolledIn(row))
        : new Offered(secret);
  }

  private static Optional<FamilyId> enrolledIn(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("enrolled_in", UUID.class)).map(FamilyId::new);
  }

  @Override
  public void offer(UserId user, TotpSecret secret) {
    String sealed = cipher.get().encrypt(secret.text());
    database.update(OFFER, Parameters.of(user.value(), sealed));
  }

  @Override
  public Optional<TotpSecret> offered(UserId user) {
    return database
        .queryOne(
            OFFERED,
            Parameters.of(user.value()),
            row -> Optional.ofNullable(row.getString("offered")))
        .flatMap(found -> found)
        .map(found -> new TotpSecret(cipher.get().decrypt(found)));
  }

  @Override
  public void enrol(
      UserId user, TotpSecret secret, long step, List<RecoveryCode> codes, FamilyId session) {
    database.inTransaction(
        () -> {
          remove(user);
          insert(user, secret, step, session);
          keep(user, codes);
          return user;
        });
  }

  private void insert(UserId user, TotpSecret secret, long step, FamilyId session) {
    String sealed = cipher.get().encrypt(secret.text());
    database.update(ENROL, Parameters.of(user.value(), sealed, step, session.value()));
  }

  @Override
  public void replaceCodes(UserId user, List<RecoveryCode> codes) {
    database.inTransaction(
        () -> {
          database.update(
              "delete from recovery_codes where user_id = ?",
              row -> row.setObject(1, user.value()));
          keep(user, codes);
          return user;
        });
  }

  private void keep(UserId user, List<RecoveryCode> codes) {
    database.batch(
        "insert into recovery_codes (user_id, digest) values (?, ?)",
        codes,
        (row, code) -> {
          row.setObject(1, user.value());
          row.setString(2, code.fingerprint());
        });
  }

  @Override
  public boolean use(UserId user, long step) {
    return database.update(
            "update second_factors set last_step = ?"
                + " where user_id = ? and enrolled_at is not null and last_step < ?",
            Parameters.of(step, user.value(), step))
        == 1;
  }

  @Override
  public boolean use(UserId user, RecoveryCode code) {
    return database.update(
            "update recovery_codes set used_at = clock_timestamp()"
                + " where user_id = ? and digest = ? and used_at is null",
            Parameters.of(user.value(), code.fingerprint()))
        == 1;
  }

  @Override
  public void remove(UserId user) {
    database.update(
        "delete from second_factors where user_id = ?", row -> row.setObject(1, user.value()));
  }
}
