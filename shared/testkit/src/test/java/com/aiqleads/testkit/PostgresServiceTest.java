package com.aiqleads.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresServiceTest {
  @RegisterExtension static final PostgresService postgres = PostgresService.forContext("library");
  @RegisterExtension static final PostgresService other = PostgresService.forContext("library");
  @RegisterExtension static final PostgresService empty = PostgresService.empty();

  @BeforeEach
  void clear() {
    postgres.clear();
  }

  @Test
  void runsTheMigrationsInTheirOrder() throws Exception {
    execute(postgres.dataSource(), "INSERT INTO books (id, title, shelf) VALUES (1, 'One', 'A')");

    assertThat(query(postgres.dataSource(), "SELECT titles()")).isEqualTo("1");
  }

  @Test
  void emptiesTheTables() throws Exception {
    assertThat(query(postgres.dataSource(), "SELECT count(*) FROM books")).isEqualTo("0");
  }

  @Test
  void keepsWhatCameWithTheMigrations() throws Exception {
    assertThat(query(postgres.dataSource(), "SELECT name FROM genres")).isEqualTo("novel");
  }

  @Test
  void actsAsTheRoleOfTheContext() throws Exception {
    assertThat(query(postgres.dataSource("library"), "SELECT current_user || current_schema"))
        .isEqualTo("librarylibrary");
    assertThat(query(postgres.administrator(), "SELECT current_user")).isEqualTo("postgres");
  }

  @Test
  void givesEachRegistrationItsDatabase() throws Exception {
    execute(postgres.dataSource(), "INSERT INTO books (id, title) VALUES (1, 'One')");

    assertThat(query(other.dataSource(), "SELECT count(*) FROM books")).isEqualTo("0");
    assertThat(other.databaseName()).isNotEqualTo(postgres.databaseName());
    assertThat(query(empty.administrator(), "SELECT to_regnamespace('library') IS NULL"))
        .isEqualTo("t");
  }

  @Test
  void tellsItsSecretAsAFunctionReadsIt() {
    assertThat(postgres.secret()).contains("library", "password");
  }

  @Test
  void tellsHowToConnect() throws Exception {
    assertThat(postgres.jdbcUrl())
        .isEqualTo(
            "jdbc:postgresql://%s:%d/%s"
                .formatted(postgres.host(), postgres.port(), postgres.databaseName()));
    try (var connection =
        DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password())) {
      assertThat(connection.isValid(30)).isTrue();
    }
  }

  @Test
  void saysThatThereAreNoMigrations() {
    assertThatThrownBy(() -> new Migrations("nowhere").scripts())
        .hasMessageContaining("no migrations db/nowhere");
  }

  @Test
  void saysWhichStatementFails() {
    assertThatThrownBy(() -> TestDatabase.execute(postgres.dataSource(), "SELECT nothing"))
        .hasMessageContaining("SELECT nothing");
  }

  @Test
  void handsOutACleanConnectionAgain() throws Exception {
    String server = "SELECT pg_backend_pid()";
    String first = query(postgres.dataSource(), server);
    try (var connection = postgres.dataSource().getConnection()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      connection.createStatement().execute("SET search_path = nowhere");
      connection.createStatement().execute("SELECT pg_advisory_lock(7)");
    }

    assertThat(query(postgres.dataSource(), server)).isEqualTo(first);
    assertThat(query(postgres.dataSource(), "SELECT current_schema")).isEqualTo("library");
    execute(postgres.dataSource(), "DELETE FROM books");
    assertThat(query(postgres.administrator(), "SELECT pg_try_advisory_lock(7)")).isEqualTo("t");
  }

  @Test
  void handsOutNoConnectionThatTheServerHasClosed() throws Exception {
    String first = query(postgres.dataSource(), "SELECT pg_backend_pid()");
    execute(postgres.administrator(), "SELECT pg_terminate_backend(" + first + ", 5000)");

    assertThat(query(postgres.dataSource(), "SELECT pg_backend_pid()")).isNotEqualTo(first);
  }

  @Test
  void givesWhoAsksAtOnceConnectionsOfTheirOwn() throws Exception {
    try (var one = postgres.dataSource().getConnection();
        var another = postgres.dataSource().getConnection()) {
      one.setAutoCommit(false);
      one.createStatement().execute("INSERT INTO books (id, title) VALUES (1, 'One')");

      assertThat(query(postgres.dataSource(), "SELECT count(*) FROM books")).isEqualTo("0");
      assertThat(another.isValid(30)).isTrue();
    }
    assertThat(query(postgres.dataSource(), "SELECT count(*) FROM books")).isEqualTo("0");
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(DataSource source, String sql) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
