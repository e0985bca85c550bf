package com.aiqleads.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aiqleads.testkit.PostgresService;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// PostgreSQL, always the embedded one.
class DatabaseContractTest {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.empty();

  @BeforeEach
  void makeTable() throws SQLException {
    try (Connection connection = open()) {
      execute(connection, "drop table if exists rows");
      execute(connection, "create table rows (id int primary key, body jsonb)");
      execute(connection, "insert into rows values (1, '{\"b\": 1, \"a\": 2}'), (2, '{}')");
    }
  }

  @Test
  void skipsRowsThatSomebodyElseHasTaken() throws SQLException {
    try (Connection one = open();
        Connection other = open()) {
      one.setAutoCommit(false);
      assertThat(ids(one, "select id from rows order by id limit 1 for update skip locked"))
          .containsExactly(1);

      assertThat(ids(other, "select id from rows order by id for update skip locked"))
          .containsExactly(2);
    }
  }

  @Test
  void saysThatAKeyIsTaken() throws SQLException {
    try (Connection connection = open()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> execute(connection, "insert into rows values (1, '{}')"))
          .satisfies(taken -> assertThat(taken.getSQLState()).isEqualTo("23505"));
    }
  }

  @Test
  void leavesOutWhatIsThereAlready() throws SQLException {
    try (Connection connection = open()) {
      assertThat(
              ids(
                  connection,
                  "insert into rows values (1, '{}'), (3, '{}') on conflict do nothing returning id"))
          .containsExactly(3);
    }
  }

  @Test
  void givesUpAStatementThatTakesTooLong() throws SQLException {
    try (Connection connection = open()) {
      execute(connection, "set statement_timeout = 50");

      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> execute(connection, "select pg_sleep(30)"))
          .satisfies(late -> assertThat(late.getSQLState()).isEqualTo("57014"));
    }
  }

  @Test
  void comparesJsonByWhatItSays() throws SQLException {
    try (Connection connection = open()) {
      assertThat(ids(connection, "select id from rows where body = '{\"a\":2,\"b\":1}'::jsonb"))
          .containsExactly(1);
    }
  }

  @Test
  void letsOneAtATimeHoldALock() throws SQLException {
    String lock = "select case when pg_try_advisory_lock(7) then 1 else 0 end";
    try (Connection one = open();
        Connection other = open()) {
      assertThat(ids(one, lock)).containsExactly(1);
      assertThat(ids(other, lock)).containsExactly(0);
    }
  }

  private static Connection open() throws SQLException {
    return POSTGRES.administrator().getConnection();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<Integer> ids(Connection connection, String sql) throws SQLException {
    List<Integer> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ids.add(rows.getInt(1));
      }
    }
    return ids;
  }
}
