package com.aiqleads.lambda.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sets the parameters of a statement in their order; arrays of Java are arrays of the database.
public record Parameters(List<@Nullable Object> values) implements Database.Binder {

  public static Parameters of(@Nullable Object... values) {
    return new Parameters(Arrays.asList(values));
  }

  @Override
  public void bind(PreparedStatement statement) throws SQLException {
    int position = 1;
    for (Object value : values) {
      statement.setObject(position++, value);
    }
  }
}
