package com.aiqleads.platform.checkhealth;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Stores that answer, fail or hang as they are told.
@Singleton
@Replaces(DeployedStores.class)
@Requires(property = "stores", value = "fake")
final class FakeStores implements Stores {

  static final StoreCheck.Question ANSWERS = () -> "well";

  static final StoreCheck.Question FAILS =
      () -> {
        throw new IllegalStateException("jdbc:postgresql://secret-host");
      };

  private final List<StoreCheck> checks = new ArrayList<>();
  private int asked;

  static StoreCheck.Question hangsUntil(CountDownLatch interrupted) {
    return () -> {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw new IllegalStateException(e);
      }
      return "never";
    };
  }

  FakeStores with(String name, boolean needed, Duration limit, StoreCheck.Question question) {
    checks.add(new StoreCheck(name, needed, limit, question));
    return this;
  }

  @Override
  public List<StoreCheck> all() {
    asked++;
    return List.copyOf(checks);
  }

  int timesAsked() {
    return asked;
  }
}
