package com.aiqleads.platform.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.Names;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.OpenSession;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.RefreshToken;
import com.aiqleads.platform.Rotation;
import com.aiqleads.platform.Rotation.Reason;
import com.aiqleads.platform.Rotation.Refused;
import com.aiqleads.platform.Rotation.Replayed;
import com.aiqleads.platform.Rotation.Rotated;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.SessionStart;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// One item for each family, found by its id; a second one finds it by its person.
final class DynamoRefreshFamilies implements RefreshFamilies {

  private static final String ID = "id";
  private static final String FAMILY = "family";
  private static final String FINGERPRINT = "fingerprint";
  private static final String PREVIOUS = "previous";
  private static final String LINEAGE = "lineage";
  private static final String USER = "user";
  private static final String RENEWED_AT = "renewed-at";
  private static final String REVOKED = "revoked";

  /// The tables' time to live, too.
  private static final String EXPIRES_AT = "expires-at";

  private final DynamoDbClient dynamo;
  private final String table;
  private final String byUser;

  DynamoRefreshFamilies(DynamoDbClient dynamo, Names names) {
    this.dynamo = dynamo;
    this.table = names.table("refresh-families");
    this.byUser = names.table("user-sessions");
  }

  @Override
  public void start(RefreshToken first, SessionStart start) {
    AttributeValue family = fromS(first.family().text());
    AttributeValue user = fromS(start.owner().user().text());
    AttributeValue end = seconds(start.endsAt());
    Map<String, AttributeValue> item = new HashMap<>(StartAttributes.of(start));
    item.put(ID, family);
    item.put(FINGERPRINT, fromS(first.fingerprint()));
    item.put(LINEAGE, fromS(first.lineage().fingerprint()));
    item.put(RENEWED_AT, millis(start.at()));
    item.put(EXPIRES_AT, end);
    Map<String, AttributeValue> entry = Map.of(USER, user, FAMILY, family, EXPIRES_AT, end);
    dynamo.transactWriteItems(both -> both.transactItems(put(table, item), put(byUser, entry)));
  }

  private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(item).build())
        .build();
  }

  @Override
  public Optional<SessionStart> find(RefreshToken presented, Instant now) {
    return open(presented.family(), now)
        .filter(family -> family.text(FINGERPRINT).equals(presented.fingerprint()))
        .map(StartAttributes::start);
  }

  @Override
  public Optional<SessionStart> find(UserId user, FamilyId family, Instant now) {
    return open(family, now)
        .map(StartAttributes::start)
        .filter(start -> start.owner().user().equals(user));
  }

  private Optional<Item> open(FamilyId id, Instant now) {
    Map<String, AttributeValue> item =
        dynamo.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true)).item();
    return Optional.of(new Item(item)).filter(family -> family.has(ID) && !isOver(family, now));
  }

  @Override
  public Rotation rotate(RefreshToken presented, RefreshToken next, Instant now) {
    try {
      return rotated(exchange(presented, next, now));
    } catch (ConditionalCheckFailedException e) {
      return e.hasItem() ? refuse(presented, new Item(e.item()), now) : new Refused(Reason.UNKNOWN);
    }
  }

  private Item exchange(RefreshToken presented, RefreshToken next, Instant now) {
    return new Item(
        dynamo
            .updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(presented.family()))
                        .updateExpression(
                            "set fingerprint = :next, previous = :presented, #renewed = :millis")
                        .conditionExpression(
                            "fingerprint = :presented and attribute_not_exists(revoked)"
                                + " and #expires > :now")
                        .expressionAttributeNames(
                            Map.of("#expires", EXPIRES_AT, "#renewed", RENEWED_AT))
                        .expressionAttributeValues(
                            Map.of(
                                ":next", fromS(next.fingerprint()),
                                ":presented", fromS(presented.fingerprint()),
                                ":millis", millis(now),
                                ":now", seconds(now)))
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .attributes());
  }

  private static Rotation rotated(Item family) {
    return new Rotated(StartAttributes.start(family));
  }

  private Rotation refuse(RefreshToken presented, Item family, Instant now) {
    if (family.has(REVOKED)) {
      return new Refused(Reason.REVOKED);
    }
    if (isExpired(family, now)) {
      return new Refused(Reason.EXPIRED);
    }
    if (isLate(presented, family, now)) {
      return new Refused(Reason.LATE);
    }
    if (!family.text(LINEAGE).equals(presented.lineage().fingerprint())) {
      return new Refused(Reason.UNKNOWN);
    }
    revoke(presented.family());
    return new Replayed(StartAttributes.owner(family));
  }

  private static boolean isOver(Item family, Instant now) {
    return family.has(REVOKED) || isExpired(family, now);
  }

  private static boolean isExpired(Item family, Instant now) {
    return family.number(EXPIRES_AT) <= now.getEpochSecond();
  }

  private static boolean isLate(RefreshToken presented, Item family, Instant now) {
    return family.has(PREVIOUS)
        && family.text(PREVIOUS).equals(presented.fingerprint())
        && now.isBefore(family.instant(RENEWED_AT).plus(GRACE));
  }

  @Override
  public void revoke(FamilyId family) {
    var _ = end(family, "attribute_exists(id)", Map.of());
  }

  @Override
  public Optional<SessionOwner> revoke(RefreshToken presented) {
    return end(
        presented.family(),
        "(fingerprint = :presented or previous = :presented) and attribute_not_exists(revoked)",
        Map.of(":presented", fromS(presented.fingerprint())));
  }

  @Override
  public boolean revoke(UserId user, FamilyId family) {
    return end(family, "#user = :user", Map.of(":user", fromS(user.text()))).isPresent();
  }

  /// The condition keeps the write from making a family that is unknown.
  private Optional<SessionOwner> end(
      FamilyId family, String condition, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.put(":true", fromBool(true));
    try {
      UpdateItemRequest.Builder update =
          UpdateItemRequest.builder()
              .tableName(table)
              .key(key(family))
              .updateExpression("set revoked = :true")
              .conditionExpression(condition)
              .expressionAttributeValues(all)
              .returnValues(ReturnValue.ALL_NEW);
      if (condition.contains("#user")) {
        update.expressionAttributeNames(Map.of("#user", USER));
      }
      return Optional.of(
          StartAttributes.owner(new Item(dynamo.updateItem(update.build()).attributes())));
    } catch (ConditionalCheckFailedException _) {
      return Optional.empty();
    }
  }

  @Override
  public List<OpenSession> of(UserId user, Instant now) {
    List<Map<String, AttributeValue>> keys =
        dynamo
            .query(
                query ->
                    query
                        .tableName(byUser)
                        .keyConditionExpression("#user = :user")
                        .expressionAttributeNames(Map.of("#user", USER))
                        .expressionAttributeValues(Map.of(":user", fromS(user.text())))
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(MAX_LISTED))
            .items()
            .stream()
            .map(entry -> Map.of(ID, fromS(new Item(entry).text(FAMILY))))
            .toList();
    return keys.isEmpty() ? List.of() : open(keys, now);
  }

  private List<OpenSession> open(List<Map<String, AttributeValue>> keys, Instant now) {
    KeysAndAttributes families =
        KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    return dynamo
        .batchGetItem(get -> get.requestItems(Map.of(table, families)))
        .responses()
        .getOrDefault(table, List.of())
        .stream()
        .map(Item::new)
        .filter(family -> !isOver(family, now))
        .map(DynamoRefreshFamilies::session)
        .sorted(Comparator.comparing((OpenSession one) -> one.start().at()).reversed())
        .toList();
  }

  private static OpenSession session(Item family) {
    return new OpenSession(
        FamilyId.parse(family.text(ID)), StartAttributes.start(family), family.instant(RENEWED_AT));
  }

  private static Map<String, AttributeValue> key(FamilyId family) {
    return Map.of(ID, fromS(family.text()));
  }

  private static AttributeValue seconds(Instant instant) {
    return fromN(Long.toString(instant.getEpochSecond()));
  }

  private static AttributeValue millis(Instant instant) {
    return fromN(Long.toString(instant.toEpochMilli()));
  }
}
