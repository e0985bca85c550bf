package com.aiqleads.lambda;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// What every function may ask for. The clock (`InstantSource`) is a bean of Micronaut's own.
@Factory
final class RuntimeFactory {

  @Singleton
  Names names(FunctionIdentity function) {
    return new Names(function.stage(), function.context());
  }

  /// For requests that are signed without a client of the SDK.
  @Singleton
  AwsCredentialsProvider credentials(AwsSettings settings) {
    return settings.credentials();
  }

  @Singleton
  FieldCipher contactCipher(Secrets secrets, InstantSource clock) {
    return FieldCipher.ofSecret(secrets, "contact-key", clock);
  }
}
