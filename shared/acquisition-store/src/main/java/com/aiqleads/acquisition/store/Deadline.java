package com.aiqleads.acquisition.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Closes what is read too slowly, so that whoever waits for its next byte goes on: the client's
/// own limit ends with the headers.
final class Deadline implements AutoCloseable {

  private final CompletableFuture<Void> end;
  private volatile boolean isOver;

  Deadline(InputStream body, Duration left) {
    this.end =
        CompletableFuture.runAsync(
            () -> close(body),
            CompletableFuture.delayedExecutor(left.toNanos(), TimeUnit.NANOSECONDS));
  }

  /// Who waits for the body learns of its end only after it is known why.
  private void close(InputStream body) {
    isOver = true;
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the time had passed before all was read.
  boolean isOver() {
    return isOver;
  }

  @Override
  public void close() {
    end.cancel(false);
  }
}
