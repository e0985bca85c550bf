package com.aiqleads.lambda.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/// SQL in a few words. Inside [#inTransaction] all statements of a thread share its connection;
/// outside, each statement is a transaction of its own.
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

  private final DataSource dataSource;

  public Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }

  public <T> T readOnly(Supplier<T> work) {
    return work.get();
  }

  public <T> List<T> query(String sql, Binder binder, RowReader<T> reader) {
    return onConnection(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
              List<T> found = new ArrayList<>();
              while (rows.next()) {
                found.add(reader.read(rows));
              }
              return found;
            }
          }
        });
  }

  public <T> Optional<T> queryOne(String sql, Binder binder, RowReader<T> reader) {
    return query(sql, binder, reader).stream().findFirst();
  }

  public int update(String sql, Binder binder) {
    return onConnection(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binder.bind(statement);
            return statement.executeUpdate();
          }
        });
  }

  public <T> int[] batch(String sql, Collection<T> items, BatchBinder<T> binder) {
    return onConnection(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T item : items) {
              binder.bind(statement, item);
              statement.addBatch();
            }
            return statement.executeBatch();
          }
        });
  }

  public <T> T onConnection(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.run(connection);
    } catch (SQLException e) {
      throw new StoreFailure("a statement failed", e);
    }
  }
}
