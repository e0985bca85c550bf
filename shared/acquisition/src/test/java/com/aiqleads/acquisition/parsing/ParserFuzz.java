package com.aiqleads.acquisition.parsing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads damaged pages, each made from a number, so that each can be made again.
final class ParserFuzz {

  /// Of processor time: whatever else the machine has to do is no hang.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final int MOST_FAILURES = 20;
  private static final long LOOK_MS = 200;

  /// One damaged page that was read wrongly.
  record Failure(String subject, long seed, String what) {

    @Override
    public String toString() {
      return subject + ", -Dproof.seed=" + seed + ": " + what;
    }
  }

  private final List<FuzzSubject> subjects = FuzzSeeds.all();
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final Consumer<Failure> onHang;

  ParserFuzz(Consumer<Failure> onHang) {
    this.onHang = onHang;
  }

  /// Reads the page of each number from this one on; the first so many failures.
  List<Failure> run(long firstSeed, long executions, int threads) throws InterruptedException {
    AtomicLong next = new AtomicLong(firstSeed);
    List<Worker> workers =
        IntStream.range(0, threads)
            .mapToObj(_ -> new Worker(next, firstSeed + executions))
            .toList();
    List<Thread> running =
        workers.stream().map(worker -> Thread.ofPlatform().daemon().start(worker)).toList();
    for (int at = 0; at < threads; at++) {
      while (!running.get(at).join(Duration.ofMillis(LOOK_MS))) {
        for (int each = 0; each < threads; each++) {
          workers.get(each).watch(running.get(each));
        }
      }
    }
    return List.copyOf(failures);
  }

  FuzzSubject subject(long seed) {
    return subjects.get(Math.floorMod(seed, subjects.size()));
  }

  String damaged(long seed) {
    return new Damage(new Random(seed), subjects).to(subject(seed).text());
  }

  private void read(long seed) {
    FuzzSubject subject = subject(seed);
    try {
      String faults = subject.faultsOf(damaged(seed)).distinct().collect(Collectors.joining(", "));
      if (!faults.isEmpty()) {
        failures.add(new Failure(subject.name(), seed, faults));
      }
    } catch (Throwable escaped) { // whatever it is, an error of the stack or the heap among them
      failures.add(new Failure(subject.name(), seed, escaped + " " + where(escaped)));
    }
  }

  private static String where(Throwable escaped) {
    return Arrays.stream(escaped.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("com.aiqleads"))
        .limit(4)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining(" < "));
  }

  private final class Worker implements Runnable {

    private static final ThreadMXBean CLOCKS = ManagementFactory.getThreadMXBean();

    private final AtomicLong next;
    private final long end;
    private final AtomicBoolean hung = new AtomicBoolean();
    private volatile long seed;
    private volatile long since;

    Worker(AtomicLong next, long end) {
      this.next = next;
      this.end = end;
    }

    @Override
    public void run() {
      for (seed = next.getAndIncrement();
          seed < end && failures.size() < MOST_FAILURES;
          seed = next.getAndIncrement()) {
        since = CLOCKS.getCurrentThreadCpuTime();
        read(seed);
      }
    }

    void watch(Thread thread) {
      long reading = seed;
      long began = since;
      long now = CLOCKS.getThreadCpuTime(thread.threadId());
      boolean same = reading == seed && began == since;
      if (same && now - began > LONGEST.toNanos() && hung.compareAndSet(false, true)) {
        onHang.accept(new Failure(subject(reading).name(), reading, "reads on and on"));
      }
    }
  }
}
