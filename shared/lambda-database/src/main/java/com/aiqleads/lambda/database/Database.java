package com.aiqleads.lambda.database;

import com.aiqleads.lambda.RemainingTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/// SQL in a few words. Inside [#inTransaction] all statements of a thread share its connection;
/// outside, each statement is a transaction of its own.
@Singleton
public final class Database {

  /// Sets the parameters of a statement.
  public interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  /// Sets the parameters of one statement of a batch.
  public interface BatchBinder<T> {
    void bind(PreparedStatement statement, T item) throws SQLException;
  }

  /// Reads one row.
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// Runs on the connection of the current transaction: for what the other methods cannot say.
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /// What the server itself gives a statement: every role has it as its `statement_timeout`.
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final Duration MARGIN = Duration.ofMillis(500);

  private final ScopedValue<Connection> current = ScopedValue.newInstance();
  private final DataSource dataSource;
  private final RemainingTime remainingTime;

  public Database(DataSource dataSource) {
    this(dataSource, () -> LONGEST);
  }

  @Inject
  Database(DataSource dataSource, RemainingTime remainingTime) {
    this.dataSource = dataSource;
    this.remainingTime = remainingTime;
  }

  /// All or nothing; part of the transaction around it if there is one.
  public <T> T inTransaction(Supplier<T> work) {
    return current.isBound() ? work.get() : transaction(false, work);
  }

  /// Several queries on one state of things.
  public <T> T readOnly(Supplier<T> work) {
    return current.isBound() ? work.get() : transaction(true, work);
  }

  boolean isInTransaction() {
    return current.isBound();
  }

  public <T> List<T> query(String sql, Binder binder, RowReader<T> reader) {
    return onStatement(
        sql,
        statement -> {
          binder.bind(statement);
          List<T> found = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(reader.read(rows));
            }
          }
          return found;
        });
  }

  public <T> Optional<T> queryOne(String sql, Binder binder, RowReader<T> reader) {
    return query(sql, binder, reader).stream().findFirst();
  }

  public int update(String sql, Binder binder) {
    return onStatement(
        sql,
        statement -> {
          binder.bind(statement);
          return statement.executeUpdate();
        });
  }

  /// The same statement for each item, in one round trip.
  public <T> int[] batch(String sql, Collection<T> items, BatchBinder<T> binder) {
    return onStatement(
        sql,
        statement -> {
          for (T item : items) {
            binder.bind(statement, item);
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  public <T> T onConnection(Work<T> work) {
    try {
      if (current.isBound()) {
        return work.run(current.get());
      }
      try (Connection connection = dataSource.getConnection()) {
        return work.run(connection);
      }
    } catch (SQLException e) {
      throw new StoreFailure("a statement failed", e);
    }
  }

  private interface OnStatement<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  private <T> T onStatement(String sql, OnStatement<T> work) {
    return onConnection(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            limitToTimeLeft(statement);
            return work.run(statement);
          }
        });
  }

  private <T> T transaction(boolean readOnly, Supplier<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setReadOnly(readOnly);
      connection.setAutoCommit(false);
      boolean committed = false;
      try {
        T result = ScopedValue.where(current, connection).call(work::get);
        connection.commit();
        committed = true;
        return result;
      } finally {
        restore(connection, committed);
      }
    } catch (SQLException e) {
      throw new StoreFailure("a transaction failed", e);
    }
  }

  private static void restore(Connection connection, boolean committed) throws SQLException {
    if (!committed) {
      connection.rollback();
    }
    connection.setAutoCommit(true);
    connection.setReadOnly(false);
  }

  /// The driver keeps the time with a thread that every statement would wake: only when the server
  /// would let it run for too long.
  private void limitToTimeLeft(PreparedStatement statement) throws SQLException {
    Duration left = remainingTime.remaining().minus(MARGIN);
    if (left.compareTo(LONGEST) < 0) {
      statement.setQueryTimeout(Math.max(1, (int) left.toSeconds()));
    }
  }
}
