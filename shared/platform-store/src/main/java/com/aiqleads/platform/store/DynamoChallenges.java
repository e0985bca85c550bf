package com.aiqleads.platform.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.aiqleads.platform.Challenges;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.SessionStart;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

final class DynamoChallenges implements Challenges {

  private static final String ID = "id";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoChallenges(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void add(RandomSecret challenge, SessionStart start) {
    long end = start.at().plus(LIFETIME).getEpochSecond();
    Map<String, AttributeValue> item = new HashMap<>(StartAttributes.of(start));
    item.put(ID, fromS(challenge.fingerprint()));
    item.put("expires-at", fromN(Long.toString(end)));
    dynamo.putItem(put -> put.tableName(table).item(item));
  }

  @Override
  public Optional<SessionStart> find(RandomSecret challenge, Instant now) {
    return Optional.of(
            dynamo
                .getItem(get -> get.tableName(table).key(key(challenge)).consistentRead(true))
                .item())
        .filter(item -> !item.isEmpty())
        .map(item -> StartAttributes.start(new Item(item)))
        .filter(start -> now.isBefore(start.at().plus(LIFETIME)));
  }

  @Override
  public boolean use(RandomSecret challenge) {
    return !dynamo
        .deleteItem(
            delete -> delete.tableName(table).key(key(challenge)).returnValues(ReturnValue.ALL_OLD))
        .attributes()
        .isEmpty();
  }

  private static Map<String, AttributeValue> key(RandomSecret challenge) {
    return Map.of(ID, fromS(challenge.fingerprint()));
  }
}
