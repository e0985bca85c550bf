package com.aiqleads.platform.store;

import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.platform.Identities;
import com.aiqleads.platform.Identity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

final class PostgresIdentities implements Identities {

  private final Database database;

  PostgresIdentities(Database database) {
    this.database = database;
  }

  @Override
  public Optional<UserId> find(Identity identity) {
    return database.queryOne(
        "select user_id from identities where issuer = ? and subject = ?",
        Parameters.of(identity.issuer(), identity.subject()),
        row -> new UserId(row.getObject("user_id", UUID.class)));
  }

  @Override
  public boolean link(Identity identity, UserId user, Instant at) {
    return database.update(
            "insert into identities (issuer, subject, user_id, linked_at) values (?, ?, ?, ?)"
                + " on conflict (issuer, subject) do nothing",
            Parameters.of(
                identity.issuer(), identity.subject(), user.value(), PostgresAuditTrail.utc(at)))
        == 1;
  }
}
