package com.aiqleads.lambda;

import jakarta.inject.Singleton;
import java.util.Optional;

/// What this thread is handling.
@Singleton
public final class CurrentDelivery {

  static final ScopedValue<Delivery> SCOPE = ScopedValue.newInstance();

  public Optional<Delivery> delivery() {
    return SCOPE.isBound() ? Optional.of(SCOPE.get()) : Optional.empty();
  }
}
