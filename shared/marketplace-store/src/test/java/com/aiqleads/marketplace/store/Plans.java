package com.aiqleads.marketplace.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Lets PostgreSQL say how it would answer what an adapter asks, with the values that it asks with;
/// the adapter is told that there is nothing.
final class Plans {
  private final DataSource source;
  private final List<String> lines = new ArrayList<>();

  Plans(DataSource source) {
    this.source = source;
  }

  /// How the last question would be answered, a line for each step.
  List<String> last() {
    return List.copyOf(lines);
  }

  DataSource source() {
    return proxy(
        DataSource.class,
        (method, arguments) ->
            call(source, method, arguments) instanceof Connection connection
                ? explaining(connection)
                : source);
  }

  private Connection explaining(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) ->
            method.getName().equals("prepareStatement")
                ? statement(
                    connection, connection.prepareStatement("explain (costs off) " + arguments[0]))
                : call(connection, method, arguments));
  }

  private PreparedStatement statement(Connection connection, PreparedStatement explain) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) ->
            method.getName().equals("executeQuery")
                ? nothing(connection, explain)
                : call(explain, method, arguments));
  }

  private ResultSet nothing(Connection connection, PreparedStatement explain) throws SQLException {
    lines.clear();
    try (ResultSet plan = explain.executeQuery()) {
      while (plan.next()) {
        lines.add(plan.getString(1));
      }
    }
    return connection.prepareStatement("select where false").executeQuery();
  }

  private interface Answering {
    Object answer(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Answering answering) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> answering.answer(method, arguments)));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
