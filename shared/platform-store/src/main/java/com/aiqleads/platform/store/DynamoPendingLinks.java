package com.aiqleads.platform.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.Identity;
import com.aiqleads.platform.PendingLink;
import com.aiqleads.platform.PendingLinks;
import com.aiqleads.platform.RandomSecret;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

final class DynamoPendingLinks implements PendingLinks {

  private static final String ID = "id";
  private static final String ISSUER = "issuer";
  private static final String SUBJECT = "subject";
  private static final String USER = "user";
  private static final String STARTED_AT = "started-at";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoPendingLinks(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void add(RandomSecret secret, PendingLink link) {
    long end = link.at().plus(LIFETIME).getEpochSecond();
    Map<String, AttributeValue> item =
        Map.of(
            ID,
            fromS(secret.fingerprint()),
            ISSUER,
            fromS(link.identity().issuer()),
            SUBJECT,
            fromS(link.identity().subject()),
            USER,
            fromS(link.user().text()),
            STARTED_AT,
            fromN(Long.toString(link.at().toEpochMilli())),
            "expires-at",
            fromN(Long.toString(end)));
    dynamo.putItem(put -> put.tableName(table).item(item));
  }

  @Override
  public Optional<PendingLink> find(RandomSecret secret, Instant now) {
    return Optional.of(
            dynamo
                .getItem(get -> get.tableName(table).key(key(secret)).consistentRead(true))
                .item())
        .filter(item -> !item.isEmpty())
        .map(item -> link(new Item(item)))
        .filter(link -> now.isBefore(link.at().plus(LIFETIME)));
  }

  @Override
  public boolean use(RandomSecret secret) {
    return !dynamo
        .deleteItem(
            delete -> delete.tableName(table).key(key(secret)).returnValues(ReturnValue.ALL_OLD))
        .attributes()
        .isEmpty();
  }

  private static PendingLink link(Item item) {
    return new PendingLink(
        new Identity(item.text(ISSUER), item.text(SUBJECT)),
        UserId.parse(item.text(USER)),
        item.instant(STARTED_AT));
  }

  private static Map<String, AttributeValue> key(RandomSecret secret) {
    return Map.of(ID, fromS(secret.fingerprint()));
  }
}
