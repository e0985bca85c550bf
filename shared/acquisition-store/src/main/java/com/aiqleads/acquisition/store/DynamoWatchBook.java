package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.watching.BatchReport;
import com.aiqleads.acquisition.watching.Scope;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.acquisition.watching.Watched;
import com.aiqleads.acquisition.watching.WithheldPage;
import com.aiqleads.kernel.PageId;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// A partition for each scope: its state, written only over the version that was seen; its batches;
/// and the pages that were withheld, each named by when it was fetched. One more partition names
/// the scopes.
final class DynamoWatchBook implements WatchBook {

  private static final String SCOPES = "scopes";
  private static final String STATE = "state";
  private static final String BATCH = "batch ";
  private static final String PAGE = "page ";
  private static final String VERSION = "version";
  private static final String DATA = "data";

  private static final Duration REPORTS_KEPT = Duration.ofDays(30);

  /// As long as the pages themselves.
  private static final Duration PAGES_KEPT = Duration.ofDays(90);

  private static final int MAX_RACES = 20;

  private final DynamoDbClient dynamo;
  private final String table;
  private final ObjectMapper json;

  DynamoWatchBook(DynamoDbClient dynamo, String table, ObjectMapper json) {
    this.dynamo = dynamo;
    this.table = table;
    this.json = json;
  }

  private record Seen(long version, Watched watched) {}

  @Override
  public List<Scope> scopes() {
    return items(SCOPES, "")
        .map(item -> Scope.parse(Items.text(item, "entry")))
        .sorted(Comparator.comparing(Scope::text))
        .toList();
  }

  @Override
  public Watched find(Scope scope) {
    return seen(scope).watched;
  }

  private Seen seen(Scope scope) {
    Map<String, AttributeValue> item =
        dynamo
            .getItem(
                call -> call.tableName(table).key(key(scope.text(), STATE)).consistentRead(true))
            .item();
    return item.isEmpty()
        ? new Seen(0, Watched.NOTHING)
        : new Seen(
            Items.number(item, VERSION),
            read(
                    Gzip.unzipped(Items.attribute(item, DATA).b().asByteArray()),
                    WrittenWatch.State.class)
                .watched());
  }

  @Override
  public void change(Scope scope, UnaryOperator<Watched> change) {
    for (int races = 0; races < MAX_RACES; races++) {
      Seen before = seen(scope);
      if (isWritten(scope, before.version, change.apply(before.watched))) {
        return;
      }
    }
    throw new IllegalStateException(scope + " was changed by others " + MAX_RACES + " times");
  }

  private boolean isWritten(Scope scope, long version, Watched watched) {
    if (version == 0) {
      put(SCOPES, scope.text(), Map.of());
    }
    Map<String, AttributeValue> item = key(scope.text(), STATE);
    item.put(VERSION, Items.number(version + 1));
    byte[] data = Gzip.zipped(written(WrittenWatch.State.of(watched)));
    item.put(DATA, AttributeValue.fromB(SdkBytes.fromByteArray(data)));
    PutItemRequest.Builder put =
        PutItemRequest.builder()
            .tableName(table)
            .item(item)
            .expressionAttributeNames(Map.of("#version", VERSION));
    if (version == 0) {
      put.conditionExpression("attribute_not_exists(#version)");
    } else {
      put.conditionExpression("#version = :version")
          .expressionAttributeValues(Map.of(":version", Items.number(version)));
    }
    try {
      dynamo.putItem(put.build());
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  @Override
  public void keep(Scope scope, BatchReport report) {
    put(
        scope.text(),
        BATCH + report.at(),
        Map.of(
            DATA,
            text(WrittenWatch.Report.of(report)),
            "expires-at",
            Items.number(report.at().plus(REPORTS_KEPT).getEpochSecond())));
  }

  @Override
  public List<BatchReport> reports(Scope scope, Instant since) {
    return items(scope.text(), BATCH)
        .map(item -> read(bytes(item), WrittenWatch.Report.class).report())
        .filter(report -> !report.at().isBefore(since))
        .sorted(Comparator.comparing(BatchReport::at))
        .toList();
  }

  @Override
  public void withhold(Scope scope, List<WithheldPage> pages) {
    for (WithheldPage page : pages) {
      put(
          scope.text(),
          PAGE + page.fetchedAt() + " " + page.id().text(),
          Map.of(
              DATA,
              text(WrittenWatch.Page.of(page)),
              "expires-at",
              Items.number(page.fetchedAt().plus(PAGES_KEPT).getEpochSecond())));
    }
  }

  @Override
  public List<WithheldPage> withheld(Scope scope) {
    return items(scope.text(), PAGE)
        .map(item -> read(bytes(item), WrittenWatch.Page.class).page())
        .sorted(Comparator.comparing(WithheldPage::fetchedAt))
        .toList();
  }

  @Override
  public void release(Scope scope, List<PageId> pages) {
    Set<String> ids = pages.stream().map(PageId::text).collect(Collectors.toSet());
    items(scope.text(), PAGE)
        .filter(item -> ids.contains(read(bytes(item), WrittenWatch.Page.class).id()))
        .forEach(
            item ->
                dynamo.deleteItem(
                    call ->
                        call.tableName(table).key(key(scope.text(), Items.text(item, "entry")))));
  }

  private Stream<Map<String, AttributeValue>> items(String scope, String prefix) {
    QueryRequest.Builder query = QueryRequest.builder().tableName(table).consistentRead(true);
    if (prefix.isEmpty()) {
      query
          .keyConditionExpression("#scope = :scope")
          .expressionAttributeNames(Map.of("#scope", "scope"))
          .expressionAttributeValues(Map.of(":scope", Items.text(scope)));
    } else {
      query
          .keyConditionExpression("#scope = :scope and begins_with(entry, :prefix)")
          .expressionAttributeNames(Map.of("#scope", "scope"))
          .expressionAttributeValues(
              Map.of(":scope", Items.text(scope), ":prefix", Items.text(prefix)));
    }
    return dynamo.queryPaginator(query.build()).items().stream();
  }

  private void put(String scope, String entry, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> item = key(scope, entry);
    item.putAll(more);
    dynamo.putItem(call -> call.tableName(table).item(item));
  }

  private static Map<String, AttributeValue> key(String scope, String entry) {
    Map<String, AttributeValue> key = new HashMap<>();
    key.put("scope", Items.text(scope));
    key.put("entry", Items.text(entry));
    return key;
  }

  private static byte[] bytes(Map<String, AttributeValue> item) {
    return Items.text(item, DATA).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private AttributeValue text(Object value) {
    return Items.text(new String(written(value), java.nio.charset.StandardCharsets.UTF_8));
  }

  private byte[] written(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write what is watched", e);
    }
  }

  private <T> T read(byte[] bytes, Class<T> type) {
    try {
      return json.readValue(bytes, type);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what is watched", e);
    }
  }
}
