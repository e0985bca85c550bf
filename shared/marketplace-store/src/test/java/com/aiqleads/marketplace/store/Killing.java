package com.aiqleads.marketplace.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// Counts the steps that somebody takes, and kills them before or after one of them: after it, what
/// was done is done, and nobody has heard the answer.
final class Killing {

  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final int at;
  private final boolean isAfter;
  private int steps;
  private boolean isOver;

  /// @param at the number of the step; 0 kills nobody
  Killing(int at, boolean isAfter) {
    this.at = at;
    this.isAfter = isAfter;
  }

  int steps() {
    return steps;
  }

  boolean isOver() {
    return isOver;
  }

  <T> T armed(Class<T> port, T target) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              boolean isHere = ++steps == at;
              dieIf(isHere && !isAfter);
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                dieIf(isHere && isAfter);
              }
            }));
  }

  private void dieIf(boolean isNow) {
    if (isNow) {
      isOver = true;
      throw new Killed();
    }
  }
}
