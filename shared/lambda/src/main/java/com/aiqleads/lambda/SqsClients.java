package com.aiqleads.lambda;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClient;

@Factory
@Requires(classes = SqsClient.class)
final class SqsClients {

  @Secondary
  @Singleton
  @Bean(preDestroy = "close")
  SqsClient client(AwsSettings settings) {
    return settings.client("SQS", SqsClient.builder());
  }
}
