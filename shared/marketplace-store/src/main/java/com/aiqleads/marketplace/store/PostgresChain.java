package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.books.Chain;
import com.aiqleads.marketplace.books.Link;
import com.aiqleads.marketplace.books.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/// Hashes are computed where the transfers are: none of them travels.
final class PostgresChain implements Chain {
  private static final String SEAL = "select seal_transfers(?)";
  private static final String VERIFY = "select * from verify_chain(?, ?, ?)";

  private final Database database;

  PostgresChain(Database database) {
    this.database = database;
  }

  @Override
  public int seal(int most) {
    return database.query(SEAL, Parameters.of(most), row -> row.getInt(1)).getFirst();
  }

  @Override
  public Verification verify(Link after, int most) {
    return database
        .query(
            VERIFY,
            Parameters.of(after.place(), HexFormat.of().parseHex(after.hash()), most),
            PostgresChain::verification)
        .getFirst();
  }

  private static Verification verification(ResultSet row) throws SQLException {
    long broken = row.getLong("broken");
    return broken > 0
        ? new Verification.Broken(broken)
        : new Verification.Sound(
            new Link(row.getLong("last_seq"), HexFormat.of().formatHex(row.getBytes("last_hash"))));
  }
}
