package com.aiqleads.local.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.IntConsumer;

/// The process that started us, seen through our standard input: it stays open as long as the
/// parent lives, and the kernel closes it even after a `kill -9`.
public final class Parent {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private Parent() {}

  /// Stops the service and ends this JVM when the parent ends or closes our standard input.
  public static void endWithMe(Stop stop) {
    daemon("parent-watch", () -> watch(System.in, limited(stop), System::exit));
  }

  static void watch(InputStream input, Stop stop, IntConsumer exit) {
    awaitEnd(input);
    int status = 0;
    try {
      stop.stop();
    } catch (Exception failure) {
      failure.printStackTrace();
      status = 1;
    }
    exit.accept(status);
  }

  private static void awaitEnd(InputStream input) {
    try {
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException closed) {
      // A broken pipe is an ended parent, too.
      return;
    }
  }

  private static Stop limited(Stop stop) {
    return () -> {
      daemon("stop-limit", Parent::haltAfterLimit);
      stop.stop();
    };
  }

  private static void haltAfterLimit() {
    try {
      Thread.sleep(STOP_LIMIT);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(2);
  }

  private static void daemon(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }

  /// What must happen before the process ends.
  @FunctionalInterface
  public interface Stop {
    void stop() throws Exception;
  }
}
