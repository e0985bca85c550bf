package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Absence;
import com.aiqleads.acquisition.fetching.Life;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.PageStates;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.fetching.Validators;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

  private static final String SINCE = "known-since";
  private static final String UNTIL = "ends-at";
  private static final String MISSED = "missed-rounds";
  private static final String MISSED_SINCE = "missed-since";
  private static final String MISSED_UNTIL = "missed-until";

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
    all(states.stream().map(DynamoPageStates::write).toList());
  }

  @Override
  public void forget(Collection<PageState> states) {
    all(states.stream().map(DynamoPageStates::delete).toList());
  }

  private void all(List<WriteRequest> writes) {
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

  private static WriteRequest delete(PageState state) {
    Map<String, AttributeValue> key =
        Map.of("target", Items.text(state.target().text()), "address", Items.text(state.address()));
    return WriteRequest.builder().deleteRequest(request -> request.key(key)).build();
  }

  private static WriteRequest write(PageState state) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("target", Items.text(state.target().text()));
    item.put("address", Items.text(state.address()));
    item.put("kind", Items.text(state.kind().name()));
    item.put("entity-tag", Items.text(state.validators().entityTag()));
    item.put("last-modified", Items.text(state.validators().lastModified()));
    item.put("content-hash", Items.text(state.contentHash()));
    item.put("changes", Items.number(state.changes()));
    item.put("unchanged-visits", Items.number(state.unchangedVisits()));
    item.put("due-at", Items.time(state.dueAt()));
    if (!state.life().since().equals(Life.UNSEEN.since())) {
      item.put(SINCE, Items.time(state.life().since()));
    }
    if (!state.life().until().equals(Life.UNSEEN.until())) {
      item.put(UNTIL, Items.time(state.life().until()));
    }
    if (!state.absence().equals(Absence.NONE)) {
      item.put(MISSED, Items.number(state.absence().rounds()));
      item.put(MISSED_SINCE, Items.time(state.absence().since()));
      item.put(MISSED_UNTIL, Items.time(state.absence().until()));
    }
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
        Items.time(item, "due-at"),
        new Life(
            item.containsKey(SINCE) ? Items.time(item, SINCE) : Life.UNSEEN.since(),
            item.containsKey(UNTIL) ? Items.time(item, UNTIL) : Life.UNSEEN.until()),
        item.containsKey(MISSED) ? absence(item) : Absence.NONE);
  }

  private static Absence absence(Map<String, AttributeValue> item) {
    return new Absence(
        Math.toIntExact(Items.number(item, MISSED)),
        Items.time(item, MISSED_SINCE),
        Items.time(item, MISSED_UNTIL));
  }
}
