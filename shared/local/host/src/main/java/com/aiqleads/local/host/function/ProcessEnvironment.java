package com.aiqleads.local.host.function;

import com.aiqleads.local.host.function.Outcome.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A function in a process of its own, killed when it takes too long or too much.
final class ProcessEnvironment implements Isolation.Environment {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration FINISH_LIMIT = Duration.ofSeconds(60);

  private final DeployedFunction function;
  private final Process process;
  private final RuntimeApi api;
  private final MemoryCap cap;
  private final Runnable afterwards;

  ProcessEnvironment(
      DeployedFunction function,
      Process process,
      RuntimeApi api,
      MemoryCap cap,
      Runnable afterwards) {
    this.function = function;
    this.process = process;
    this.api = api;
    this.cap = cap;
    this.afterwards = afterwards;
  }

  /// Ends when the function has started; after a limit it counts as one that never will.
  ///
  /// @param work how much processor time the start may take
  void awaitStart(Duration limit, Duration work) throws Exception {
    CompletableFuture<Object> begun = CompletableFuture.anyOf(api.started(), process.onExit());
    long end = System.nanoTime() + limit.toNanos();
    while (!isOver(begun)) {
      if (worked().compareTo(work) > 0) {
        throw new IllegalStateException(
            "not ready after %d s of processor time".formatted(work.toSeconds()));
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not ready within " + limit.toSeconds() + " s");
      }
    }
    if (!process.isAlive()) {
      throw new IllegalStateException(end());
    }
  }

  private static boolean isOver(CompletableFuture<Object> begun) throws Exception {
    try {
      begun.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private Duration worked() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public Outcome invoke(Invocation invocation) {
    CompletableFuture<Outcome> answer = api.offer(invocation);
    Duration limit = Duration.between(Instant.now(), invocation.deadline());
    try {
      CompletableFuture.anyOf(answer, process.onExit())
          .get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.ofNullable(answer.getNow(null)).orElseGet(() -> exited(invocation));
    } catch (TimeoutException e) {
      kill();
      return Failed.timedOut(invocation, function);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
      return Failed.of(e);
    } catch (ExecutionException e) {
      return Failed.of(e);
    }
  }

  private Failed exited(Invocation invocation) {
    return Failed.of(
        api.withdraw(invocation) ? Failed.NOT_BEGUN : Failed.EXITED,
        "RequestId: %s Error: %s".formatted(invocation.requestId(), end()));
  }

  private String end() {
    return cap.exceeded()
        .orElseGet(() -> "Runtime exited with error: exit status " + process.exitValue());
  }

  @Override
  public boolean spent() {
    return !process.isAlive();
  }

  private void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    stop(STOP_LIMIT);
  }

  /// Ends with all the time that the JVM takes to keep what it learned.
  void finish() {
    stop(FINISH_LIMIT);
  }

  private void stop(Duration limit) {
    process.destroy();
    try {
      if (!process.waitFor(limit)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
    cap.close();
    api.close();
    afterwards.run();
  }
}
