package com.aiqleads.acquisition.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sets one parameter of a statement after the other.
final class Parameters {

  private final PreparedStatement statement;
  private int next;

  Parameters(PreparedStatement statement, int first) {
    this.statement = statement;
    this.next = first;
  }

  void set(Object value) throws SQLException {
    statement.setObject(next++, value);
  }

  void set(@Nullable String value) throws SQLException {
    statement.setString(next++, value);
  }

  void set(@Nullable Object value, int type) throws SQLException {
    statement.setObject(next++, value, type);
  }

  void none() throws SQLException {
    statement.setNull(next++, Types.NULL);
  }

  void texts(List<String> values) throws SQLException {
    array("text", values.toArray());
  }

  void array(String type, Object[] values) throws SQLException {
    array(statement, next++, type, values);
  }

  static void array(PreparedStatement statement, int index, String type, Object[] values)
      throws SQLException {
    statement.setArray(index, statement.getConnection().createArrayOf(type, values));
  }
}
