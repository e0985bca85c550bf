package com.aiqleads.lambda;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.kms.KmsClient;

@Factory
@Requires(classes = KmsClient.class)
final class KmsClients {

  @Secondary
  @Singleton
  @Bean(preDestroy = "close")
  KmsClient client(AwsSettings settings) {
    return settings.client("KMS", KmsClient.builder());
  }
}
