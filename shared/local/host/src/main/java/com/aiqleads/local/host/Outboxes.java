package com.aiqleads.local.host;

import com.aiqleads.local.services.LocalServices;
import com.aiqleads.local.services.PostgresAddress;
import com.aiqleads.manifest.ContextManifest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/// What the contexts have decided and not sent yet.
final class Outboxes {

  private final List<String> schemas;
  private final LocalServices services;

  Outboxes(Deployment deployment, LocalServices services) {
    this.schemas =
        deployment.repository().contexts().stream()
            .map(ContextManifest::database)
            .filter(Objects::nonNull)
            .toList();
    this.services = services;
  }

  long pending() throws IOException {
    PostgresAddress postgres = services.postgres();
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password());
        Statement statement = connection.createStatement()) {
      long sum = 0;
      for (String schema : schemas) {
        sum += pending(statement, schema);
      }
      return sum;
    } catch (SQLException e) {
      throw new IOException("the outboxes could not be counted", e);
    }
  }

  private static long pending(Statement statement, String schema) throws SQLException {
    if (!exists(statement, schema)) {
      return 0;
    }
    return number(statement, "select count(*) from " + schema + ".outbox where sent_at is null");
  }

  private static boolean exists(Statement statement, String schema) throws SQLException {
    return number(
            statement,
            "select count(*) from information_schema.tables where table_name = 'outbox'"
                + " and table_schema = '"
                + schema
                + "'")
        > 0;
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
