package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Crawl;
import com.aiqleads.acquisition.fetching.Crawls;
import com.aiqleads.acquisition.fetching.PageRequest;
import com.aiqleads.acquisition.fetching.Sweep;
import com.aiqleads.acquisition.fetching.Target;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One item for each target: the request that is next, and those that come after it; without a next
/// one its search is done. What it has met stands as 8 bytes each; without that it was no whole
/// search.
final class DynamoCrawls implements Crawls {

  private static final String MORE = "more";
  private static final String MET = "met";

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
      if (searching.sweep().whole()) {
        item.put(MET, AttributeValue.fromB(bytes(searching.sweep().marks())));
      }
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
        ? new Crawl.Searching(target, round, left(item), sweep(item))
        : new Crawl.Searched(target, round);
  }

  private static SdkBytes bytes(Set<Long> marks) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * marks.size());
    marks.stream().sorted().forEach(bytes::putLong);
    return SdkBytes.fromByteArray(bytes.array());
  }

  /// Of a search that was begun before this was kept nothing is known.
  private static Sweep sweep(Map<String, AttributeValue> item) {
    AttributeValue met = item.get(MET);
    if (met == null) {
      return Sweep.BROKEN;
    }
    LongBuffer marks = met.b().asByteBuffer().asLongBuffer();
    Set<Long> all = new HashSet<>();
    while (marks.hasRemaining()) {
      all.add(marks.get());
    }
    return new Sweep(true, all);
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
