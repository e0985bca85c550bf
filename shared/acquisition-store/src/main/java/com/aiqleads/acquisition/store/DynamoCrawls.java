package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Crawl;
import com.aiqleads.acquisition.fetching.Crawls;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.Target;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One item for each target; without `url` its search is done.
final class DynamoCrawls implements Crawls {

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoCrawls(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Crawl> find(Target target) {
    Map<String, AttributeValue> item =
        dynamo
            .getItem(
                request ->
                    request
                        .tableName(table)
                        .key(Map.of("target", Items.text(target.text())))
                        .consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(crawl(target, item));
  }

  @Override
  public void save(Crawl crawl) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("target", Items.text(crawl.target().text()));
    item.put("round", Items.time(crawl.round()));
    if (crawl instanceof Crawl.Searching searching) {
      item.put("url", Items.text(searching.next().url().toString()));
      item.put("content-type", Items.text(searching.next().contentType()));
      item.put("body", Items.text(searching.next().body()));
    }
    dynamo.putItem(request -> request.tableName(table).item(item));
  }

  private static Crawl crawl(Target target, Map<String, AttributeValue> item) {
    Instant round = Items.time(item, "round");
    return item.containsKey("url")
        ? new Crawl.Searching(
            target,
            round,
            new PageRequest(
                URI.create(Items.text(item, "url")),
                Items.text(item, "content-type"),
                Items.text(item, "body")))
        : new Crawl.Searched(target, round);
  }
}
