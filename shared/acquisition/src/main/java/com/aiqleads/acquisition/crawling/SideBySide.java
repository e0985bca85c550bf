package com.aiqleads.acquisition.crawling;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Does the same with several things at a time, each on a thread of its own: of the platform, for
/// pages are read on it, and nothing that computes may keep the carriers of virtual threads.
final class SideBySide {

  private SideBySide() {}

  /// Waits for all; a failure is thrown then.
  static <T, R> List<R> map(List<T> things, Function<T, R> work) {
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
      List<CompletableFuture<R>> running =
          things.stream()
              .map(thing -> CompletableFuture.supplyAsync(() -> work.apply(thing), threads))
              .toList();
      return running.stream().map(CompletableFuture::join).toList();
    }
  }
}
