package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.erasing.ErasableItems;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.validation.CachedGeocoder;
import com.aiqleads.acquisition.validation.ValidationCache.Kind;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Both tables are read by their keys, and both keys are known.
final class DynamoErasableItems implements ErasableItems {

  private final DynamoDbClient dynamo;
  private final String pages;
  private final String answers;
  private final BlindKeys hashes;

  DynamoErasableItems(DynamoDbClient dynamo, String pages, String answers, BlindKeys hashes) {
    this.dynamo = dynamo;
    this.pages = pages;
    this.answers = answers;
    this.hashes = hashes;
  }

  @Override
  public long forgetPages(String source, String market, Set<String> urls) {
    AttributeValue target = Items.text(new Target(source, market).text());
    return urls.stream()
        .filter(url -> delete(pages, Map.of("target", target, "address", Items.text(url))))
        .count();
  }

  @Override
  public long forgetHomes(Set<Address> homes) {
    return homes.stream()
        .map(CachedGeocoder::subject)
        .filter(
            subject ->
                delete(
                    answers,
                    Map.of("question", DynamoValidationCache.key(Kind.GEOCODE, subject, hashes))))
        .count();
  }

  private boolean delete(String table, Map<String, AttributeValue> key) {
    return dynamo
        .deleteItem(request -> request.tableName(table).key(key).returnValues(ReturnValue.ALL_OLD))
        .hasAttributes();
  }
}
