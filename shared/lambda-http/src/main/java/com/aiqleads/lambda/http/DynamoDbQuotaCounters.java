package com.aiqleads.lambda.http;

import com.aiqleads.lambda.Names;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// All counters of a team and a minute as one row: one conditional write moves them together, so
/// that no quota is counted without the others.
@Singleton
final class DynamoDbQuotaCounters implements QuotaCounters {

  /// Rows of the past are of no use; DynamoDB removes them some time after this.
  private static final Duration KEPT_FOR = Duration.ofMinutes(10);

  private static final String ID = "id";
  private static final String EXPIRES_AT = "expires-at";

  private final DynamoDbClient client;
  private final String table;

  DynamoDbQuotaCounters(DynamoDbClient client, Names names) {
    this.client = client;
    this.table = names.of("platform").table("quotas");
  }

  @Override
  public Count count(String team, Instant window, List<Counter> counters) {
    try {
      Map<String, AttributeValue> row =
          client
              .updateItem(
                  call ->
                      call.tableName(table)
                          .key(Map.of(ID, AttributeValue.fromS(team + "/" + window)))
                          .updateExpression(
                              "set #expires = :expires add " + each(counters, "#c%d :one", ", "))
                          .conditionExpression(
                              each(
                                  counters,
                                  "(attribute_not_exists(#c%1$d) or #c%1$d < :c%1$d)",
                                  " and "))
                          .expressionAttributeNames(names(counters))
                          .expressionAttributeValues(values(window, counters))
                          .returnValues(ReturnValue.UPDATED_NEW)
                          .returnValuesOnConditionCheckFailure(
                              ReturnValuesOnConditionCheckFailure.ALL_OLD))
              .attributes();
      return new Count(true, used(row, counters));
    } catch (ConditionalCheckFailedException full) {
      return new Count(false, used(full.item(), counters));
    }
  }

  private static String each(List<Counter> counters, String form, String between) {
    return IntStream.range(0, counters.size())
        .mapToObj(form::formatted)
        .collect(Collectors.joining(between));
  }

  private static Map<String, String> names(List<Counter> counters) {
    Map<String, String> names = new HashMap<>(Map.of("#expires", EXPIRES_AT));
    for (int i = 0; i < counters.size(); i++) {
      names.put("#c" + i, counters.get(i).name());
    }
    return names;
  }

  private static Map<String, AttributeValue> values(Instant window, List<Counter> counters) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":one", number(1));
    values.put(":expires", number(window.plus(KEPT_FOR).getEpochSecond()));
    for (int i = 0; i < counters.size(); i++) {
      values.put(":c" + i, number(counters.get(i).limit()));
    }
    return values;
  }

  private static List<Integer> used(Map<String, AttributeValue> row, List<Counter> counters) {
    return counters.stream()
        .map(counter -> row.get(counter.name()))
        .map(value -> value == null ? 0 : Integer.parseInt(value.n()))
        .toList();
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
