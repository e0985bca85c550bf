package com.aiqleads.marketplace.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// Connections that are lost now and then: before a question is asked, or after it was answered and
/// before anybody heard the answer.
final class CrashingSource implements DataSource {
  private static final double SHARE = 0.02;

  /// A connection that was lost.
  static final class Crash extends SQLException {
    private static final long serialVersionUID = 1;

    Crash(String reason) {
      super(reason);
    }
  }

  private final DataSource source;
  private final AtomicInteger crashes = new AtomicInteger();
  private volatile boolean crashing;

  CrashingSource(DataSource source) {
    this.source = source;
  }

  static boolean isCrash(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .anyMatch(Crash.class::isInstance);
  }

  void crashSometimes() {
    crashes.set(0);
    crashing = true;
  }

  void calm() {
    crashing = false;
  }

  int crashes() {
    return crashes.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = source.getConnection();
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object answer = call(connection, method, arguments);
          return answer instanceof PreparedStatement statement ? crashing(statement) : answer;
        });
  }

  private PreparedStatement crashing(PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (!method.getName().equals("executeQuery")) {
            return call(statement, method, arguments);
          }
          crash("before the question");
          Object answer = call(statement, method, arguments);
          crash("after the answer");
          return answer;
        });
  }

  private void crash(String when) throws Crash {
    if (crashing && ThreadLocalRandom.current().nextDouble() < SHARE) {
      crashes.incrementAndGet();
      throw new Crash("the connection was lost " + when);
    }
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

  @Override
  public Connection getConnection(String username, String password) {
    throw new UnsupportedOperationException("nobody asks for it here");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
