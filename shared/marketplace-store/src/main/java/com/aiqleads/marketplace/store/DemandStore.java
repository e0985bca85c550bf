package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.Names;
import com.aiqleads.marketplace.pricing.ViewCounts;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.context.annotation.Secondary;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Demand, in DynamoDB. No singleton: it would be made in every function that has this module.
@Factory
final class DemandStore {

  /// As long as a buyer may wait because he is counted; a new look is not worth more.
  private static final Duration PATIENCE = Duration.ofMillis(200);

  @Secondary
  @Prototype
  ViewCounts viewCounts(DynamoDbClient dynamo, Names names, InstantSource clock) {
    return new DynamoViewCounts(dynamo, names.table("views"), clock, PATIENCE);
  }
}
