package com.aiqleads.platform.raisealert;

import com.aiqleads.lambda.Names;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// One row for each alarm.
@Singleton
final class DynamoDbAlerts implements Alerts {

  /// An alarm that said nothing for so long has nothing to be compared with.
  private static final Duration KEPT_FOR = Duration.ofDays(30);

  private static final String ID = "id";
  private static final String RINGING = "ringing";
  private static final String CHANGED_AT = "changed-at";
  private static final String TOLD = "told";
  private static final String ANNOUNCED = "announced";
  private static final String EXPIRES_AT = "expires-at";

  private final DynamoDbClient client;
  private final String table;

  DynamoDbAlerts(DynamoDbClient client, Names names) {
    this.client = client;
    this.table = names.table("alerts");
  }

  @Override
  public Optional<Alert> find(String alarm) {
    Map<String, AttributeValue> row =
        client
            .getItem(
                call ->
                    call.tableName(table)
                        .key(Map.of(ID, AttributeValue.fromS(alarm)))
                        .consistentRead(true))
            .item();
    return row.isEmpty() ? Optional.empty() : Optional.of(alert(alarm, row));
  }

  @Override
  public void keep(Alert alert) {
    try {
      client.putItem(
          call ->
              call.tableName(table)
                  .item(row(alert))
                  .conditionExpression("attribute_not_exists(#changed) or #changed <= :changed")
                  .expressionAttributeNames(Map.of("#changed", CHANGED_AT))
                  .expressionAttributeValues(
                      Map.of(":changed", number(alert.changedAt().toEpochMilli()))));
    } catch (ConditionalCheckFailedException _) {
      // Somebody was told of something that is over: what came later stays.
    }
  }

  private static Map<String, AttributeValue> row(Alert alert) {
    Map<String, AttributeValue> row = new HashMap<>();
    row.put(ID, AttributeValue.fromS(alert.alarm()));
    row.put(RINGING, AttributeValue.fromBool(alert.ringing()));
    row.put(ANNOUNCED, AttributeValue.fromBool(alert.announced()));
    row.put(CHANGED_AT, number(alert.changedAt().toEpochMilli()));
    row.put(EXPIRES_AT, number(alert.changedAt().plus(KEPT_FOR).getEpochSecond()));
    if (!alert.told().isEmpty()) {
      row.put(TOLD, AttributeValue.builder().ss(alert.told()).build());
    }
    return row;
  }

  private static Alert alert(String alarm, Map<String, AttributeValue> row) {
    AttributeValue told = row.get(TOLD);
    return new Alert(
        alarm,
        get(row, RINGING).bool(),
        Instant.ofEpochMilli(Long.parseLong(get(row, CHANGED_AT).n())),
        told == null ? Set.of() : Set.copyOf(told.ss()),
        !AttributeValue.fromBool(false).equals(row.get(ANNOUNCED)));
  }

  private static AttributeValue get(Map<String, AttributeValue> row, String name) {
    return Optional.ofNullable(row.get(name))
        .orElseThrow(() -> new IllegalStateException("an alert without " + name));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
