package com.aiqleads.marketplace.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/// How many statements were prepared, each at least a round trip.
final class StatementCount {
  private final DataSource source;
  private int statements;

  StatementCount(DataSource source) {
    this.source = source;
  }

  int statements() {
    return statements;
  }

  DataSource source() {
    return proxy(
        DataSource.class,
        source,
        answer ->
            answer instanceof Connection connection
                ? proxy(Connection.class, connection, it -> it)
                : answer);
  }

  private interface Wrapping {
    Object wrap(Object answer);
  }

  private <T> T proxy(Class<T> type, T target, Wrapping wrapping) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                statements++;
              }
              return wrapping.wrap(call(target, method, arguments));
            }));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
