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
