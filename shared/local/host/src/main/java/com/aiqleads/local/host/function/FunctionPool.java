package com.aiqleads.local.host.function;

import com.aiqleads.local.host.function.Isolation.Environment;
import com.aiqleads.local.host.function.Isolation.InitFailed;
import com.aiqleads.local.host.function.Outcome.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The environments of one function. The most recently used idle one is taken first; when none is
/// idle another is started, while the call takes whichever is ready first.
public final class FunctionPool implements AutoCloseable {

  /// Started, or the reason why not; the reason reaches one waiting call.
  private sealed interface Slot {
    record Ready(Environment environment) implements Slot {}

    record Broken(InitFailed reason) implements Slot {}
  }

  private final DeployedFunction function;
  private final Isolation isolation;
  private final FunctionFigures figures = new FunctionFigures();
  private final BlockingDeque<Slot> idle = new LinkedBlockingDeque<>();
  private final AtomicInteger alive = new AtomicInteger();
  private final AtomicInteger started = new AtomicInteger();
  private volatile boolean closed;

  public FunctionPool(DeployedFunction function, Isolation isolation) {
    this.function = function;
    this.isolation = isolation;
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

  public Outcome invoke(byte[] payload) {
    return invoke(payload, function.timeout());
  }

  /// Waits for an environment as long as the function may take, or as one may take to start, then
  /// for its answer.
  public Outcome invoke(byte[] payload, Duration limit) {
    long begin = System.nanoTime();
    Outcome outcome = invoked(payload, limit);
    figures.invoked(System.nanoTime() - begin, outcome);
    return outcome;
  }

  private Outcome invoked(byte[] payload, Duration limit) {
    return switch (take()) {
      case Slot.Ready ready -> invoke(ready, payload, limit);
      case Slot.Broken broken -> Failed.of(cause(broken.reason()));
      case null -> Failed.of(Failed.BUSY, "every environment of " + function.id() + " is busy");
    };
  }

  private static Throwable cause(InitFailed reason) {
    return reason.getCause() == null ? reason : reason.getCause();
  }

  private Outcome invoke(Slot.Ready slot, byte[] payload, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    Outcome outcome = slot.environment().invoke(Invocation.of(payload, deadline));
    giveBack(slot);
    return outcome instanceof Failed failed && failed.errorType().equals(Failed.NOT_BEGUN)
        ? invoked(payload, limit)
        : outcome;
  }

  private void giveBack(Slot.Ready slot) {
    if (slot.environment().spent() || closed) {
      alive.decrementAndGet();
      slot.environment().close();
    } else {
      idle.offerFirst(slot);
    }
  }

  private @Nullable Slot take() {
    Slot slot = alive();
    if (slot != null) {
      return slot;
    }
    Duration patience = scaleOut() ? isolation.startLimit() : function.timeout();
    try {
      return idle.pollFirst(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
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

  /// Starts one environment more and returns at once.
  ///
  /// @return whether the function may have one more
  public boolean scaleOut() {
    int count = alive.getAndUpdate(n -> n < function.environments() && !closed ? n + 1 : n);
    boolean more = count < function.environments() && !closed;
    if (more) {
      Thread.ofVirtual().name("start " + function.id()).start(this::start);
    }
    return more;
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
