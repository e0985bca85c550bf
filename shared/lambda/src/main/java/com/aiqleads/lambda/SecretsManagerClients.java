package com.aiqleads.lambda;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

@Factory
@Requires(classes = SecretsManagerClient.class)
final class SecretsManagerClients {

  @Secondary
  @Singleton
  @Bean(preDestroy = "close")
  SecretsManagerClient client(AwsSettings settings) {
    return settings.client("SECRETS_MANAGER", SecretsManagerClient.builder());
  }
}
