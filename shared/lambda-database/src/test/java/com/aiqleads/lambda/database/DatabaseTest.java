package com.aiqleads.lambda.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("demo");

  private static final Cluster UNCHECKED = new Cluster("");

  private Database database = new Database(POSTGRES.dataSource());

  @BeforeEach
  void clear() {
    POSTGRES.clear();
    database = new Database(POSTGRES.dataSource());
  }

  @Test
  void keepsAllOrNothing() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      add(1);
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(numbers()).isEmpty();
  }

  @Test
  void joinsTheTransactionAroundIt() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      database.inTransaction(() -> add(1));
                      database.readOnly(() -> add(2));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(numbers()).isEmpty();
  }

  @Test
  void addsManyInOneStatement() {
    database.batch(
        "insert into numbers values (?)",
        List.of(1, 2, 3),
        (statement, number) -> statement.setInt(1, number));

    assertThat(numbers()).containsExactly(1, 2, 3);
  }

  @Test
  void writesNothingWhereItOnlyReads() {
    assertThatThrownBy(() -> database.readOnly(() -> add(1)))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("25006");
  }

  @Test
  void namesTheStateOfARefusal() {
    add(1);

    assertThatThrownBy(() -> add(1))
        .isInstanceOfSatisfying(
            StoreFailure.class,
            failure -> {
              assertThat(failure.isUniqueViolation()).isTrue();
              assertThat(failure.sqlState()).isEqualTo("23505");
            });
  }

  @Test
  void endsAStatementBeforeTheInvocationEnds() {
    Database hurried = new Database(POSTGRES.dataSource(), () -> Duration.ofMillis(1_200));

    assertThatThrownBy(
            () -> hurried.query("select pg_sleep(30)", statement -> {}, row -> row.getString(1)))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("57014");
  }

  @Test
  void learnsARotatedPasswordByBeingRefused() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    DatabaseSecret right = TestSecrets.of(POSTGRES).current();
    DatabaseSecret wrong =
        new DatabaseSecret(right.host(), right.port(), right.database(), right.username(), "old");
    DatabaseSecrets rotated =
        new DatabaseSecrets() {
          @Override
          public DatabaseSecret current() {
            return wrong;
          }

          @Override
          public DatabaseSecret fresh() {
            asked.incrementAndGet();
            return right;
          }
        };

    try (var connection = new RotatingDataSource(rotated, "test", "", UNCHECKED).getConnection()) {
      assertThat(connection.isValid(30)).isTrue();
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void goesToTheProxyThatItIsToldAndAsksForItsCertificate() {
    DatabaseSecret right = TestSecrets.of(POSTGRES).current();
    DatabaseSecret ofTheCluster =
        new DatabaseSecret(
            "cluster.invalid", right.port(), right.database(), right.username(), right.password());
    DatabaseSecrets secrets =
        new DatabaseSecrets() {
          @Override
          public DatabaseSecret current() {
            return ofTheCluster;
          }

          @Override
          public DatabaseSecret fresh() {
            return ofTheCluster;
          }
        };

    RotatingDataSource byProxy = new RotatingDataSource(secrets, "test", right.host(), UNCHECKED);

    assertThatThrownBy(byProxy::getConnection)
        .as("an answer, which the host of the secret cannot give; but nobody who can prove himself")
        .hasMessage("The server does not support SSL.");
  }

  /// The proxy would pin a session that sets anything to one connection for as long as it lasts.
  @Test
  void opensConnectionsThatSetNothing() throws Exception {
    DatabaseSecrets secrets = TestSecrets.of(POSTGRES);

    try (var connection =
            new RotatingDataSource(secrets, "a-function", "", UNCHECKED).getConnection();
        var look = POSTGRES.administrator().getConnection().createStatement();
        var sessions =
            look.executeQuery(
                "select query from pg_stat_activity where application_name = 'a-function'")) {
      assertThat(connection.isClosed()).isFalse();
      assertThat(sessions.next()).as("the name is known").isTrue();
      assertThat(sessions.getString(1)).as("its last statement").isEmpty();
      assertThat(sessions.next()).isFalse();
    }
  }

  @Test
  void hidesThePassword() {
    assertThat(TestSecrets.of(POSTGRES).current().toString()).doesNotContain(POSTGRES.password());
  }

  private int add(int number) {
    return database.update(
        "insert into numbers values (?)", statement -> statement.setInt(1, number));
  }

  private List<Integer> numbers() {
    return database.query(
        "select number from numbers order by number", statement -> {}, row -> row.getInt(1));
  }
}
