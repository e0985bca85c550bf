package com.aiqleads.lambda;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Factory
@Requires(classes = DynamoDbClient.class)
final class DynamoDbClients {

  @Secondary
  @Singleton
  @Bean(preDestroy = "close")
  DynamoDbClient client(AwsSettings settings) {
    return settings.client("DYNAMODB", DynamoDbClient.builder());
  }
}
