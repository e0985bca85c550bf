package com.aiqleads.testkit;

import com.aiqleads.local.services.Service;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A real PostgreSQL, shared by the test classes of this JVM; each registration has a database of
/// its own, with the roles, schemas and migrations of the contexts it names.
public final class PostgresService implements BeforeAllCallback {
  private final List<String> contexts;
  private @Nullable TestDatabase database;

  private PostgresService(List<String> contexts) {
    this.contexts = contexts;
  }

  /// The first context is the one whose role [#dataSource()] and [#username()] are.
  public static PostgresService forContext(String first, String... others) {
    var contexts = new ArrayList<>(List.of(first));
    contexts.addAll(List.of(others));
    return new PostgresService(List.copyOf(contexts));
  }

  /// Without roles and schemas: for tests of what makes them.
  public static PostgresService empty() {
    return new PostgresService(List.of());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    database();
  }

  public String host() {
    return database().server().host();
  }

  public int port() {
    return database().server().port();
  }

  public String databaseName() {
    return database().name();
  }

  public String jdbcUrl() {
    return database().jdbcUrl();
  }

  public String username() {
    return contexts.getFirst();
  }

  public String password() {
    return TestDatabase.PASSWORD;
  }

  /// The secret of its database as AWS keeps it.
  public String secret() {
    return "{\"host\":\"%s\",\"port\":%d,\"database\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}"
        .formatted(host(), port(), databaseName(), username(), password());
  }

  public DataSource dataSource() {
    return dataSource(username());
  }

  /// As the role of that context.
  public DataSource dataSource(String context) {
    return database().as(context);
  }

  /// As the administrator, who may do anything.
  public DataSource administrator() {
    return database().asAdministrator();
  }

  /// Empties every table of the contexts but those that came filled with the migrations.
  public void clear() {
    contexts.forEach(database()::clear);
  }

  private synchronized TestDatabase database() {
    var current = database;
    if (current == null) {
      current = TestDatabase.createIn(RunningServices.with(Service.POSTGRES).postgres());
      contexts.forEach(current::add);
      database = current;
    }
    return current;
  }
}
