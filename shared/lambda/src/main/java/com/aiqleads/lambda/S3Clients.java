package com.aiqleads.lambda;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.s3.S3Client;

@Factory
@Requires(classes = S3Client.class)
final class S3Clients {

  @Secondary
  @Singleton
  @Bean(preDestroy = "close")
  S3Client client(AwsSettings settings) {
    return settings.client("S3", S3Client.builder().forcePathStyle(true));
  }
}
