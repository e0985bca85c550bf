package com.aiqleads.lambda.database;

import java.sql.SQLException;

/// The database refused or did not answer.
public final class StoreFailure extends RuntimeException {

  private final String sqlState;

  public StoreFailure(String act, SQLException cause) {
    super(act + " (SQL state " + cause.getSQLState() + ")", cause);
    this.sqlState = String.valueOf(cause.getSQLState());
  }

  public String sqlState() {
    return sqlState;
  }

  /// Class 22: a value that its column cannot hold, now or ever.
  boolean isImpossibleValue() {
    return sqlState.startsWith("22");
  }

  public boolean isUniqueViolation() {
    return sqlState.equals("23505");
  }
}
