package com.aiqleads.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.function.aws.DefaultLambdaContextFactory;
import io.micronaut.function.aws.LambdaContextFactory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Remembers which invocation a thread works for. The framework would register the parts of each
/// invocation as new singletons: slow, and wrong with more than one invocation at a time.
@Singleton
@Replaces(DefaultLambdaContextFactory.class)
public final class Invocations implements LambdaContextFactory, RemainingTime {

  /// Outside an invocation, at start and in tests, nothing presses.
  private static final Duration UNLIMITED = Duration.ofMinutes(15);

  private static final ScopedValue<Context> SCOPE = ScopedValue.newInstance();

  private final ThreadLocal<Context> entered = new ThreadLocal<>();

  @Override
  public void registerSingletons(Context context) {
    entered.set(context);
  }

  @Override
  public Duration remaining() {
    return current()
        .map(context -> Duration.ofMillis(context.getRemainingTimeInMillis()))
        .orElse(UNLIMITED);
  }

  /// The same work, in whatever thread it will run, as part of this thread's invocation.
  public <T> Callable<T> carried(Callable<T> work) {
    Optional<Context> current = current();
    return current.isEmpty()
        ? work
        : () -> ScopedValue.where(SCOPE, current.orElseThrow()).call(work::call);
  }

  private Optional<Context> current() {
    return SCOPE.isBound() ? Optional.of(SCOPE.get()) : Optional.ofNullable(entered.get());
  }
}
