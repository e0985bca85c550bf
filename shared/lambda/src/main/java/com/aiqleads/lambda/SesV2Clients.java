package com.aiqleads.lambda;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sesv2.SesV2Client;

@Factory
@Requires(classes = SesV2Client.class)
final class SesV2Clients {

  @Secondary
  @Singleton
  @Bean(preDestroy = "close")
  SesV2Client client(AwsSettings settings) {
    return settings.client("SESV2", SesV2Client.builder());
  }
}
