package com.aiqleads.lambda;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// What every function may ask for.
@Factory
final class RuntimeFactory {

  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }

  @Singleton
  Names names(FunctionIdentity function) {
    return new Names(function.stage(), function.context());
  }

  @Singleton
  FieldCipher contactCipher(Secrets secrets) {
    return FieldCipher.ofSecret(secrets.text("contact-key"));
  }
}
