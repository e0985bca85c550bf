package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.PageStates;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.fetching.Validators;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// One partition for each target, one item for each page.
final class DynamoPageStates implements PageStates {

  private static final int MAX_BATCH = 25;
  private static final int MAX_TRIES = 8;

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoPageStates(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<PageState> of(Target target) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("target = :target")
            .expressionAttributeValues(Map.of(":target", Items.text(target.text())))
            .consistentRead(true)
            .build();
    return dynamo.queryPaginator(query).items().stream().map(item -> state(target, item)).toList();
  }

  @Override
  public void save(Collection<PageState> states) {
    List<WriteRequest> writes = states.stream().map(DynamoPageStates::write).toList();
    for (int from = 0; from < writes.size(); from += MAX_BATCH) {
      write(new ArrayList<>(writes.subList(from, Math.min(from + MAX_BATCH, writes.size()))));
    }
  }

  private void write(List<WriteRequest> writes) {
    Map<String, List<WriteRequest>> left = Map.of(table, writes);
    for (int tries = 0; tries < MAX_TRIES && !left.isEmpty(); tries++) {
      left =
          dynamo
              .batchWriteItem(BatchWriteItemRequest.builder().requestItems(left).build())
              .unprocessedItems();
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("page states not taken after " + MAX_TRIES + " tries");
    }
  }

  private static WriteRequest write(PageState state) {
    Map<String, AttributeValue> item =
        Map.of(
            "target", Items.text(state.target().text()),
            "address", Items.text(state.address()),
            "kind", Items.text(state.kind().name()),
            "entity-tag", Items.text(state.validators().entityTag()),
            "last-modified", Items.text(state.validators().lastModified()),
            "content-hash", Items.text(state.contentHash()),
            "changes", Items.number(state.changes()),
            "unchanged-visits", Items.number(state.unchangedVisits()),
            "due-at", Items.time(state.dueAt()));
    return WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build();
  }

  private static PageState state(Target target, Map<String, AttributeValue> item) {
    return new PageState(
        target,
        Items.text(item, "address"),
        PageState.Kind.valueOf(Items.text(item, "kind")),
        new Validators(Items.text(item, "entity-tag"), Items.text(item, "last-modified")),
        Items.text(item, "content-hash"),
        Math.toIntExact(Items.number(item, "changes")),
        Math.toIntExact(Items.number(item, "unchanged-visits")),
        Items.time(item, "due-at"));
  }
}
