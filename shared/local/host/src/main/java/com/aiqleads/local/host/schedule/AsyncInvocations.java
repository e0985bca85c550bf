package com.aiqleads.local.host.schedule;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.function.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Invocations whose caller does not wait. Each is kept in a file until it has succeeded or has
/// been given up, so that a killed host takes it up again when it starts.
public final class AsyncInvocations implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(AsyncInvocations.class.getName());

  private final FunctionHost functions;
  private final PendingInvocations pending;
  private final DeadLetters deadLetters;
  private final RetryPolicy policy;
  private final InstantSource clock;
  private final AtomicLong open = new AtomicLong();
  private final AtomicLong givenUp = new AtomicLong();
  private volatile boolean closing;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("async invocations").daemon().factory());

  /// Takes what has failed for good.
  @FunctionalInterface
  public interface DeadLetters {

    DeadLetters NONE = (_, _) -> {};

    void add(String functionId, byte[] payload) throws IOException;
  }

  public AsyncInvocations(FunctionHost functions, Path folder, DeadLetters deadLetters) {
    this(functions, folder, deadLetters, InstantSource.system(), RetryPolicy.LAMBDA);
  }

  AsyncInvocations(
      FunctionHost functions,
      Path folder,
      DeadLetters deadLetters,
      InstantSource clock,
      RetryPolicy policy) {
    this.functions = functions;
    this.pending = new PendingInvocations(folder, clock);
    this.deadLetters = deadLetters;
    this.clock = clock;
    this.policy = policy;
  }

  /// Takes up what an earlier run has left.
  public void start() {
    pending.all().forEach(left -> later(left, Duration.ZERO));
  }

  public void submit(String functionId, byte[] payload) {
    later(pending.add(functionId, payload), Duration.ZERO);
  }

  /// How many have neither succeeded nor been given up.
  public long open() {
    return open.get();
  }

  public long givenUp() {
    return givenUp.get();
  }

  private void later(PendingInvocations.Pending invocation, Duration delay) {
    open.incrementAndGet();
    var _ =
        timer.schedule(
            () ->
                Thread.ofVirtual()
                    .name("async " + invocation.functionId())
                    .start(() -> attempt(invocation)),
            delay.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /// A function that is not there any more has nothing left to do.
  private void attempt(PendingInvocations.Pending invocation) {
    Outcome outcome =
        functions
            .find(invocation.functionId())
            .map(pool -> pool.invoke(invocation.payload()))
            .orElseGet(() -> new Outcome.Answered(new byte[0]));
    switch (outcome) {
      case Outcome.Answered _ -> pending.remove(invocation);
      case Outcome.Failed failed when closing -> LOG.log(DEBUG, "left: {0}", failed.message());
      case Outcome.Failed failed when failed.errorType().equals(Outcome.Failed.BUSY) ->
          refused(invocation, failed);
      case Outcome.Failed failed -> failed(invocation, failed);
    }
    open.decrementAndGet();
  }

  /// No attempt: the function has not seen it.
  private void refused(PendingInvocations.Pending invocation, Outcome.Failed failed) {
    if (isOld(invocation)) {
      giveUp(invocation, failed);
    } else {
      double luck = ThreadLocalRandom.current().nextDouble();
      later(invocation.refusedOnce(), policy.pauseAfterRefusal(invocation.refusals(), luck));
    }
  }

  private void failed(PendingInvocations.Pending invocation, Outcome.Failed failed) {
    int attempt = invocation.attempts();
    if (isOld(invocation) || !policy.allowsAnother(attempt)) {
      giveUp(invocation, failed);
    } else {
      Duration pause = policy.afterFailures().get(attempt);
      report(invocation, failed, "next try in " + pause.toSeconds() + " s");
      later(pending.failedOnce(invocation), pause);
    }
  }

  private boolean isOld(PendingInvocations.Pending invocation) {
    return clock.instant().isAfter(invocation.since().plus(policy.maxAge()));
  }

  private static void report(
      PendingInvocations.Pending invocation, Outcome.Failed failed, String next) {
    LOG.log(
        WARNING,
        "{0} failed, {1}: {2}: {3}",
        invocation.functionId(),
        next,
        failed.errorType(),
        failed.message());
  }

  /// Takes what could not even become an invocation.
  void putAside(String functionId, byte[] payload) {
    try {
      deadLetters.add(functionId, payload);
    } catch (IOException e) {
      LOG.log(WARNING, functionId + " is not put aside", e);
    }
    givenUp.incrementAndGet();
  }

  /// What cannot be put aside stays, and is tried once more by the next host.
  private void giveUp(PendingInvocations.Pending invocation, Outcome.Failed failed) {
    report(invocation, failed, "given up");
    try {
      deadLetters.add(invocation.functionId(), invocation.payload());
      pending.remove(invocation);
    } catch (IOException e) {
      LOG.log(WARNING, invocation.functionId() + " is not put aside", e);
    }
    givenUp.incrementAndGet();
  }

  @Override
  public void close() {
    closing = true;
    timer.shutdownNow();
  }
}
