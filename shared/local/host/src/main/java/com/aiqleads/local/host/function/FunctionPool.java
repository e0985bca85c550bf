package com.aiqleads.local.host.function;

import com.aiqleads.local.host.function.Isolation.Environment;
import com.aiqleads.local.host.function.Isolation.InitFailed;
import com.aiqleads.local.host.function.Outcome.Answered;
import com.aiqleads.local.host.function.Outcome.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The environments of one function. As many calls may be with it as when it is deployed, and the
/// next is refused at once. The most recently used idle environment is taken first; when none is
/// idle another is started, while the call takes whichever is ready first. Where Lambda would start
/// one more than this machine runs, the call waits for one of these.
public final class FunctionPool implements AutoCloseable {

  /// Started, or the reason why not; the reason reaches one waiting call.
  private sealed interface Slot {
    record Ready(Environment environment) implements Slot {}

    record Broken(InitFailed reason) implements Slot {}
  }

  private static final int MAX_ANSWER_BYTES = 6 * 1024 * 1024 + 100;

  private final DeployedFunction function;
  private final Isolation isolation;
  private final FunctionFigures figures = new FunctionFigures();
  private final BlockingDeque<Slot> idle = new LinkedBlockingDeque<>();
  private final AtomicInteger alive = new AtomicInteger();
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Semaphore admitted;
  private volatile boolean closed;

  public FunctionPool(DeployedFunction function, Isolation isolation) {
    this.function = function;
    this.isolation = isolation;
    this.admitted = new Semaphore(function.concurrency());
  }

  public DeployedFunction function() {
    return function;
  }

  public FunctionFigures figures() {
    return figures;
  }

  public int environments() {
    return alive.get();
  }

  /// Waits for an environment as long as one may take to start and a call may take to end.
  public Outcome invoke(byte[] payload) {
    return invoke(payload, isolation.startLimit().plus(function.timeout()));
  }

  /// Waits for the function's answer, and before that no longer than so long for an environment.
  public Outcome invoke(byte[] payload, Duration patience) {
    if (!admitted.tryAcquire()) {
      return busy();
    }
    try {
      long begin = System.nanoTime();
      Outcome outcome = invoked(payload, patience);
      figures.invoked(System.nanoTime() - begin, outcome);
      return outcome;
    } finally {
      admitted.release();
    }
  }

  private Outcome busy() {
    figures.throttled();
    return Failed.of(
        Failed.BUSY,
        "%d calls are with %s, as many as may be".formatted(function.concurrency(), function.id()));
  }

  private Outcome invoked(byte[] payload, Duration patience) {
    return switch (take(patience)) {
      case Slot.Ready ready -> invoke(ready, payload, patience);
      case Slot.Broken broken -> Failed.of(cause(broken.reason()));
      case null ->
          Failed.of(Failed.BUSY, "no environment of " + function.id() + " was free in time");
    };
  }

  private static Throwable cause(InitFailed reason) {
    return reason.getCause() == null ? reason : reason.getCause();
  }

  private Outcome invoke(Slot.Ready slot, byte[] payload, Duration patience) {
    Instant deadline = Instant.now().plus(function.timeout());
    Outcome outcome = slot.environment().invoke(Invocation.of(payload, deadline));
    giveBack(slot);
    return outcome instanceof Failed failed && failed.errorType().equals(Failed.NOT_BEGUN)
        ? invoked(payload, patience)
        : deliverable(outcome);
  }

  private static Outcome deliverable(Outcome outcome) {
    return outcome instanceof Answered answered && answered.payload().length > MAX_ANSWER_BYTES
        ? Failed.of(
            Failed.TOO_LARGE,
            "Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes)."
                .formatted(answered.payload().length, MAX_ANSWER_BYTES))
        : outcome;
  }

  private void giveBack(Slot.Ready slot) {
    if (slot.environment().spent() || closed) {
      alive.decrementAndGet();
      replace();
      slot.environment().close();
    } else {
      idle.offerFirst(slot);
    }
  }

  private @Nullable Slot take(Duration patience) {
    Slot slot = alive();
    if (slot != null) {
      return slot;
    }
    waiting.incrementAndGet();
    try {
      scaleOut();
      return idle.pollFirst(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      waiting.decrementAndGet();
    }
  }

  /// An idle environment's process may have been killed since it last answered.
  private @Nullable Slot alive() {
    Slot slot = idle.pollFirst();
    while (slot instanceof Slot.Ready ready && ready.environment().spent()) {
      giveBack(ready);
      slot = idle.pollFirst();
    }
    return slot;
  }

  /// Who waits for an environment that has ended, or that did not start, needs another.
  private void replace() {
    if (waiting.get() > idle.size()) {
      scaleOut();
    }
  }

  /// Starts one environment more if there may be one, and returns at once.
  private void scaleOut() {
    int count = alive.getAndUpdate(n -> n < function.environments() && !closed ? n + 1 : n);
    if (count < function.environments() && !closed) {
      Thread.ofVirtual().name("start " + function.id()).start(this::start);
    }
  }

  private void start() {
    long begin = System.nanoTime();
    try {
      Environment environment = isolation.start(function, started.incrementAndGet());
      figures.started(System.nanoTime() - begin);
      giveBack(new Slot.Ready(environment));
    } catch (InitFailed e) {
      alive.decrementAndGet();
      figures.notStarted();
      System.getLogger("function." + function.id())
          .log(System.Logger.Level.ERROR, "init failed", e);
      idle.offerLast(new Slot.Broken(e));
      replace();
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Slot slot = idle.poll(); slot != null; slot = idle.poll()) {
      if (slot instanceof Slot.Ready ready) {
        alive.decrementAndGet();
        ready.environment().close();
      }
    }
  }
}
