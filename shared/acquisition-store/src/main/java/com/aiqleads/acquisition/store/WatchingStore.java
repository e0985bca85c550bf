package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.KnownSites;
import com.aiqleads.acquisition.watching.Alarms;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.lambda.Names;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.serde.ObjectMapper;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What watching needs, in DynamoDB. No singletons: those would be made in every function that has
/// this module.
@Factory
final class WatchingStore {

  private static final String WATCHES = "watches";

  @Prototype
  WatchBook watchBook(DynamoDbClient dynamo, Names names, ObjectMapper json) {
    return new DynamoWatchBook(dynamo, names.table(WATCHES), json);
  }

  @Prototype
  Alarms alarms(DynamoDbClient dynamo, Names names) {
    return new DynamoAlarms(dynamo, names.table(WATCHES));
  }

  @Prototype
  KnownSites knownSites(DynamoDbClient dynamo, Names names) {
    return new DynamoKnownSites(dynamo, names.table("fetch-limits"));
  }
}
