package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.erasing.ErasableItems;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.validation.CachedGeocoder;
import com.aiqleads.acquisition.validation.ValidationCache.Kind;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.acquisition.watching.WithheldPage;
import com.aiqleads.kernel.PageId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Two tables are read by their keys, which are known; of what is watched each market is gone
/// through.
final class DynamoErasableItems implements ErasableItems {

  private final DynamoDbClient dynamo;
  private final String pages;
  private final String answers;
  private final BlindKeys hashes;
  private final WatchBook watches;

  DynamoErasableItems(
      DynamoDbClient dynamo, String pages, String answers, BlindKeys hashes, WatchBook watches) {
    this.dynamo = dynamo;
    this.pages = pages;
    this.answers = answers;
    this.hashes = hashes;
    this.watches = watches;
  }

  @Override
  public long forgetPages(String source, String market, Set<String> urls) {
    AttributeValue target = Items.text(new Target(source, market).text());
    return urls.stream()
        .filter(url -> delete(pages, Map.of("target", target, "address", Items.text(url))))
        .count();
  }

  @Override
  public long forgetWatched(String source, String market, Set<String> ids, Set<String> urls) {
    return Arrays.stream(Scope.Kind.values())
        .map(kind -> new Scope(source, market, kind))
        .mapToLong(scope -> marks(scope, ids) + withheld(scope, urls))
        .sum();
  }

  private long marks(Scope scope, Set<String> ids) {
    long known =
        watches.find(scope).usual().known().stream().filter(one -> ids.contains(one.id())).count();
    if (known > 0) {
      watches.change(scope, watched -> watched.without(ids));
    }
    return known;
  }

  private long withheld(Scope scope, Set<String> urls) {
    List<PageId> pages =
        watches.withheld(scope).stream()
            .filter(page -> urls.contains(page.address()))
            .map(WithheldPage::id)
            .toList();
    watches.release(scope, pages);
    return pages.size();
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
