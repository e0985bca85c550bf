package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.KnownSites;
import com.aiqleads.acquisition.fetching.SiteState;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The limiter's items, read.
record DynamoKnownSites(DynamoDbClient dynamo, String table) implements KnownSites {

  @Override
  public Optional<SiteState> find(String site) {
    Map<String, AttributeValue> item =
        dynamo
            .getItem(
                call ->
                    call.tableName(table)
                        .key(Map.of(SiteItem.SITE, Items.text(site)))
                        .consistentRead(true))
            .item();
    return item.containsKey(DynamoSiteStates.VERSION)
        ? Optional.of(SiteItem.state(item))
        : Optional.empty();
  }
}
