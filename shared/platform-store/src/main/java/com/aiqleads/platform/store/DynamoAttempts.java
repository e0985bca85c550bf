package com.aiqleads.platform.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.aiqleads.kernel.Ids;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.Limit;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// One item for each limit, subject and window; its key is a digest of them.
final class DynamoAttempts implements Attempts {

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoAttempts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public int add(Limit limit, String subject, Instant now) {
    return change(limit, subject, now, 1);
  }

  @Override
  public void giveBack(Limit limit, String subject, Instant now) {
    change(limit, subject, now, -1);
  }

  private int change(Limit limit, String subject, Instant now, int by) {
    Item counted =
        new Item(
            dynamo
                .updateItem(
                    update ->
                        update
                            .tableName(table)
                            .key(Map.of("id", fromS(id(limit, subject, now))))
                            .updateExpression("add attempts :by set #expires = :end")
                            .expressionAttributeNames(Map.of("#expires", "expires-at"))
                            .expressionAttributeValues(
                                Map.of(":by", number(by), ":end", number(end(limit, now))))
                            .returnValues(ReturnValue.UPDATED_NEW))
                .attributes());
    return Math.toIntExact(counted.number("attempts"));
  }

  private static String id(Limit limit, String subject, Instant now) {
    String window = limit.windowStart(now).toString();
    return Ids.derived("attempts", limit.name(), subject, window).toString();
  }

  private static long end(Limit limit, Instant now) {
    return limit.windowEnd(now).getEpochSecond();
  }

  private static AttributeValue number(long value) {
    return fromN(Long.toString(value));
  }
}
