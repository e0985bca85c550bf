package com.aiqleads.local.host.function;

import com.aiqleads.local.host.function.Outcome.Answered;
import com.aiqleads.local.host.function.Outcome.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;

/// A handler in its class loader and its thread.
final class InProcessEnvironment implements Isolation.Environment {

  private final DeployedFunction function;
  private final String name;
  private final Object instance;
  private final Handler handler;
  private final EnvironmentThread thread;
  private volatile boolean spent;

  InProcessEnvironment(
      DeployedFunction function,
      String name,
      Object instance,
      Handler handler,
      EnvironmentThread thread) {
    this.function = function;
    this.name = name;
    this.instance = instance;
    this.handler = handler;
    this.thread = thread;
  }

  @Override
  public Outcome invoke(Invocation invocation) {
    LocalContext context = new LocalContext(function, invocation, name);
    Duration limit = Duration.between(Instant.now(), invocation.deadline());
    try {
      return new Answered(thread.call(() -> handler.call(invocation.payload(), context), limit));
    } catch (TimeoutException e) {
      spent = true;
      return Failed.timedOut(invocation, function);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Failed.of(e);
    } catch (Throwable e) {
      return Failed.of(e);
    }
  }

  @Override
  public boolean spent() {
    return spent;
  }

  /// A spent environment still runs the code that took too long, so what it uses must stay.
  @Override
  public void close() {
    thread.close();
    if (!spent && instance instanceof AutoCloseable closeable) {
      Closing.quietly(closeable);
    }
  }
}
