package com.aiqleads.platform.migratedatabase;

import com.aiqleads.lambda.database.DatabaseSecret;
import com.aiqleads.lambda.database.StoreFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Makes roles and schemas; doing it again changes nothing but passwords that were rotated.
final class Administrator implements AutoCloseable {

  private static final String RELAY = "relay";

  private final Connection connection;

  private Administrator(Connection connection) {
    this.connection = connection;
  }

  static Administrator signIn(DatabaseSecret secret) {
    try {
      return new Administrator(
          DriverManager.getConnection(secret.url(), secret.username(), secret.password()));
    } catch (SQLException e) {
      throw new StoreFailure("the administrator cannot sign in", e);
    }
  }

  /// The role that may send what the outboxes hold, and forget what inboxes and outboxes need not.
  void makeRelay(String password) {
    makeRole(RELAY, password);
  }

  /// A schema, and a role whose tables are all there.
  void makeSchema(String context, DatabaseSecret role) {
    makeRole(role.username(), role.password());
    run("grant %I to current_user", role.username());
    run("create schema if not exists %I authorization %I", context, role.username());
    run("alter role %I set search_path = %I", role.username(), context);
  }

  void letRelayInto(String context) {
    if (exists(
        "select 1 from information_schema.tables where table_name = 'outbox'"
            + " and table_schema = ?",
        context)) {
      run("grant usage on schema %I to " + RELAY, context);
      run("grant select, update, delete on %I.outbox to " + RELAY, context);
      run("grant select, delete on %I.inbox to " + RELAY, context);
    }
  }

  private void makeRole(String role, String password) {
    if (!exists("select 1 from pg_roles where rolname = ?", role)) {
      run("create role %I login", role);
    }
    run("alter role %I password %L", role, password);
    run("alter role %I set statement_timeout = '20s'", role);
    run("alter role %I set idle_in_transaction_session_timeout = '60s'", role);
  }

  private boolean exists(String query, String value) {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new StoreFailure("the catalogue cannot be read", e);
    }
  }

  /// The server itself quotes the names and values: `%I` and `%L` of its `format`.
  private void run(String template, String... values) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(quoted(template, List.of(values)));
    } catch (SQLException e) {
      throw new StoreFailure("not done: " + template, e);
    }
  }

  private String quoted(String template, List<String> values) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select format(?" + ", ?".repeat(values.size()) + ")")) {
      statement.setString(1, template);
      for (int index = 0; index < values.size(); index++) {
        statement.setString(index + 2, values.get(index));
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreFailure("the administrator cannot leave", e);
    }
  }
}
