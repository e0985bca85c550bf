package com.aiqleads.local.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Many callers at once.
final class Clients {

  private static final double NANOS_PER_MS = 1e6;
  private static final long NANOS_PER_S = 1_000_000_000L;
  private static final double PERCENT = 100;

  private final int clients;
  private final Call call;
  private final ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
  private final AtomicLong failed = new AtomicLong();

  /// One request; whether it was answered as it should be.
  interface Call {
    boolean make(Random random);
  }

  /// How long the answers took, the shortest first, and how many were none.
  record Answers(List<Long> nanos, long failed) {

    double ms(double share) {
      int last = nanos.size() - 1;
      return nanos.get((int) Math.min(last, Math.ceil(nanos.size() * share) - 1)) / NANOS_PER_MS;
    }

    double failedPercent() {
      return PERCENT * failed / nanos.size();
    }
  }

  private Clients(int clients, Call call) {
    this.clients = clients;
    this.call = call;
  }

  /// Requests that are due at fixed times, whatever became of the ones before; each answer's time
  /// counts from when its request was due.
  static Answers paced(int clients, double perSecond, int seconds, Call call) {
    Clients all = new Clients(clients, call);
    long interval = Math.round(NANOS_PER_S * clients / perSecond);
    long start = System.nanoTime();
    return all.run(number -> all.pace(number, start, interval, start + seconds * NANOS_PER_S));
  }

  /// Each client asks again as soon as it has its answer.
  static Answers unpaced(int clients, int seconds, Call call) {
    Clients all = new Clients(clients, call);
    long end = System.nanoTime() + seconds * NANOS_PER_S;
    return all.run(number -> all.pace(number, System.nanoTime(), 0, end));
  }

  private interface Client {
    void run(int number);
  }

  private Answers run(Client client) {
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        int number = i;
        running.add(threads.submit(() -> client.run(number)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client gave up", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Answers(taken.stream().sorted().toList(), failed.get());
  }

  private void pace(int number, long start, long interval, long end) {
    Random random = new Random(number);
    long due = start + number * (interval / clients);
    while (due < end) {
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      if (!call.make(random)) {
        failed.incrementAndGet();
      }
      taken.add(System.nanoTime() - due);
      due = interval == 0 ? System.nanoTime() : due + interval;
    }
  }
}
