package com.aiqleads.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class TableContractTest {

  private static final String BY_OWNER = "by-owner";

  private final DynamoDbClient dynamo = Services.tables();
  private final String table = "contract-" + UUID.randomUUID();

  @BeforeEach
  void makeTable() {
    dynamo.createTable(
        call ->
            call.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(attribute("id"), attribute("owner")))
                .keySchema(key("id", KeyType.HASH))
                .globalSecondaryIndexes(
                    GlobalSecondaryIndex.builder()
                        .indexName(BY_OWNER)
                        .keySchema(key("owner", KeyType.HASH), key("id", KeyType.RANGE))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL))
                        .build()));
    dynamo.waiter().waitUntilTableExists(call -> call.tableName(table));
  }

  @Test
  void givesBackWhatWasPut() {
    Map<String, AttributeValue> row = row("a", "ann");
    put(row);

    assertThat(get("a")).isEqualTo(row);
    assertThat(get("b")).isEmpty();
  }

  @Test
  void refusesASecondFirstRowAndShowsTheFirst() {
    put(row("a", "ann"));

    assertThatExceptionOfType(ConditionalCheckFailedException.class)
        .isThrownBy(
            () ->
                dynamo.putItem(
                    call ->
                        call.tableName(table)
                            .item(row("a", "bob"))
                            .conditionExpression("attribute_not_exists(id)")
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)))
        .satisfies(refused -> assertThat(refused.item()).containsEntry("owner", text("ann")));
  }

  @Test
  void countsInOneStepAndStopsAtALimit() {
    assertThat(count(2)).isEqualTo("1");
    assertThat(count(2)).isEqualTo("2");

    assertThatExceptionOfType(ConditionalCheckFailedException.class)
        .isThrownBy(() -> count(2))
        .satisfies(full -> assertThat(full.item()).containsEntry("used", number(2)));
  }

  @Test
  void writesAllRowsOfATransactionOrNone() {
    put(row("b", "bob"));

    assertThatExceptionOfType(TransactionCanceledException.class)
        .isThrownBy(
            () -> dynamo.transactWriteItems(call -> call.transactItems(first("a"), first("b"))))
        .satisfies(
            cancelled ->
                assertThat(cancelled.cancellationReasons())
                    .extracting(reason -> reason.code())
                    .containsExactly("None", "ConditionalCheckFailed"));

    assertThat(get("a")).isEmpty();
  }

  @Test
  void pagesThroughAnIndex() {
    for (String id : List.of("a", "b", "c")) {
      put(row(id, "ann"));
    }

    QueryResponse first = query(Map.of());
    QueryResponse second = query(first.lastEvaluatedKey());

    assertThat(first.items()).extracting("id").containsExactly(text("a"), text("b"));
    assertThat(second.items()).extracting("id").containsExactly(text("c"));
    assertThat(second.lastEvaluatedKey()).isEmpty();
  }

  @Test
  void keepsRowsThatHaveExpiredUntilItRemovesThem() {
    dynamo.updateTimeToLive(
        call ->
            call.tableName(table)
                .timeToLiveSpecification(ttl -> ttl.attributeName("expires-at").enabled(true)));
    Map<String, AttributeValue> row = new HashMap<>(row("a", "ann"));
    row.put("expires-at", number(Instant.now().plusSeconds(60).getEpochSecond()));
    put(row);

    assertThat(get("a")).isEqualTo(row);
  }

  private String count(int limit) {
    return dynamo
        .updateItem(
            call ->
                call.tableName(table)
                    .key(Map.of("id", text("counter")))
                    .updateExpression("add used :one")
                    .conditionExpression("attribute_not_exists(used) or used < :limit")
                    .expressionAttributeValues(Map.of(":one", number(1), ":limit", number(limit)))
                    .returnValues(ReturnValue.UPDATED_NEW)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .attributes()
        .getOrDefault("used", number(0))
        .n();
  }

  private QueryResponse query(Map<String, AttributeValue> from) {
    return dynamo.query(
        call ->
            call.tableName(table)
                .indexName(BY_OWNER)
                .keyConditionExpression("#owner = :owner")
                .expressionAttributeNames(Map.of("#owner", "owner"))
                .expressionAttributeValues(Map.of(":owner", text("ann")))
                .exclusiveStartKey(from.isEmpty() ? null : from)
                .limit(2));
  }

  private TransactWriteItem first(String id) {
    Put put =
        Put.builder()
            .tableName(table)
            .item(row(id, "ann"))
            .conditionExpression("attribute_not_exists(id)")
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  private void put(Map<String, AttributeValue> row) {
    dynamo.putItem(call -> call.tableName(table).item(row));
  }

  private Map<String, AttributeValue> get(String id) {
    return dynamo
        .getItem(call -> call.tableName(table).key(Map.of("id", text(id))).consistentRead(true))
        .item();
  }

  private static Map<String, AttributeValue> row(String id, String owner) {
    return Map.of("id", text(id), "owner", text(owner));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
