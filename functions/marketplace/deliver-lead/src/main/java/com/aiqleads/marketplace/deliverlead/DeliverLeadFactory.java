package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.lambda.FunctionIdentity;
import com.aiqleads.lambda.PublicConnections;
import com.aiqleads.marketplace.delivery.EndpointAddress;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

@Factory
final class DeliverLeadFactory {

  /// As Standard Webhooks has it, 15 to 30 s.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Singleton
  @Bean(preDestroy = "close")
  HttpCarrier carrier(FunctionIdentity function) {
    boolean onLaptop = function.stage().equals("local");
    Set<String> exceptions = onLaptop ? Set.of(EndpointAddress.LAPTOP) : Set.of();
    return new HttpCarrier(new PublicConnections(exceptions), PATIENCE);
  }
}
