package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Crawl;
import com.aiqleads.acquisition.fetching.Crawls;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.Target;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One item for each target: the request that is next, and those that come after it; without a next
/// one its search is done.
final class DynamoCrawls implements Crawls {

  private static final String MORE = "more";

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
      item.putAll(item(searching.next()));
      item.put(
          MORE,
          AttributeValue.fromL(
              searching.left().stream()
                  .skip(1)
                  .map(request -> AttributeValue.fromM(item(request)))
                  .toList()));
    }
    dynamo.putItem(request -> request.tableName(table).item(item));
  }

  private static Map<String, AttributeValue> item(PageRequest request) {
    return Map.of(
        "url", Items.text(request.url().toString()),
        "content-type", Items.text(request.contentType()),
        "body", Items.text(request.body()));
  }

  private static Crawl crawl(Target target, Map<String, AttributeValue> item) {
    Instant round = Items.time(item, "round");
    return item.containsKey("url")
        ? new Crawl.Searching(target, round, left(item))
        : new Crawl.Searched(target, round);
  }

  private static List<PageRequest> left(Map<String, AttributeValue> item) {
    AttributeValue more = item.getOrDefault(MORE, AttributeValue.fromL(List.of()));
    return Stream.concat(Stream.of(item), more.l().stream().map(AttributeValue::m))
        .map(DynamoCrawls::request)
        .toList();
  }

  private static PageRequest request(Map<String, AttributeValue> item) {
    return new PageRequest(
        URI.create(Items.text(item, "url")),
        Items.text(item, "content-type"),
        Items.text(item, "body"));
  }
}
