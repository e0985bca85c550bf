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

  public boolean isUniqueViolation() {
    return sqlState.equals("23505");
  }
}
