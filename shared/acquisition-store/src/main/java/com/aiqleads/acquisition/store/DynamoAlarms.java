package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.watching.Alarm;
import com.aiqleads.acquisition.watching.Alarms;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A partition of the table of watches, one item for each alarm.
record DynamoAlarms(DynamoDbClient dynamo, String table) implements Alarms {

  private static final String ALARMS = "alarms";

  @Override
  public List<Alarm> all() {
    return dynamo
        .queryPaginator(
            call ->
                call.tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("#scope = :scope")
                    .expressionAttributeNames(Map.of("#scope", "scope"))
                    .expressionAttributeValues(Map.of(":scope", Items.text(ALARMS))))
        .items()
        .stream()
        .map(DynamoAlarms::alarm)
        .toList();
  }

  private static Alarm alarm(Map<String, AttributeValue> item) {
    return new Alarm(
        Items.text(item, "entry"),
        Items.attribute(item, "ringing").bool(),
        Items.time(item, "changed-at"),
        Items.text(item, "meaning"),
        Items.text(item, "reason"));
  }

  @Override
  public void keep(Alarm alarm) {
    dynamo.putItem(
        call ->
            call.tableName(table)
                .item(
                    Map.of(
                        "scope", Items.text(ALARMS),
                        "entry", Items.text(alarm.name()),
                        "ringing", AttributeValue.fromBool(alarm.isRinging()),
                        "changed-at", Items.time(alarm.changedAt()),
                        "meaning", Items.text(alarm.meaning()),
                        "reason", Items.text(alarm.reason()))));
  }
}
