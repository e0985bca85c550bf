package com.aiqleads.local.host.function;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The thread in which one environment runs, with the environment's classes as its context.
final class EnvironmentThread implements AutoCloseable {

  private final ExecutorService thread;

  EnvironmentThread(String name, ClassLoader loader) {
    thread =
        Executors.newSingleThreadExecutor(
            task ->
                Thread.ofPlatform()
                    .name(name)
                    .daemon()
                    .unstarted(
                        () -> {
                          Thread.currentThread().setContextClassLoader(loader);
                          task.run();
                        }));
  }

  /// @throws Throwable what the task threw itself
  <T> T call(Callable<T> task) throws Throwable {
    try {
      return thread.submit(task).get();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /// @throws TimeoutException when the task still runs after that time; it has been interrupted
  <T> T call(Callable<T> task, Duration limit) throws Throwable {
    Future<T> running = thread.submit(task);
    try {
      return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (TimeoutException e) {
      running.cancel(true);
      throw e;
    }
  }

  private static Throwable unwrapped(ExecutionException e) {
    @Nullable Throwable cause = e.getCause();
    Throwable inside = cause instanceof InvocationTargetException ? cause.getCause() : cause;
    return inside == null ? e : inside;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
