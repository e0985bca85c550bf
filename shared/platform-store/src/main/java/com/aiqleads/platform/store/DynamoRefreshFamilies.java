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
import com.aiqleads.platform.SessionsSince;
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

  /// As many as one read of families takes.
  private static final int PAGE = 100;

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

  private static Rotation refuse(RefreshToken presented, Item family, Instant now) {
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

  /// The condition keeps the write from making a family that is unknown.
  @Override
  public void revoke(FamilyId family) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(family))
                  .updateExpression("set revoked = :true")
                  .conditionExpression("attribute_exists(id)")
                  .expressionAttributeValues(Map.of(":true", fromBool(true))));
    } catch (ConditionalCheckFailedException _) {
      // There is nothing to end.
    }
  }

  @Override
  public Optional<SessionOwner> owner(RefreshToken presented, Instant now) {
    return open(presented.family(), now)
        .filter(family -> isOfFamily(presented.fingerprint(), family))
        .map(StartAttributes::owner);
  }

  private static boolean isOfFamily(String fingerprint, Item family) {
    return family.text(FINGERPRINT).equals(fingerprint)
        || (family.has(PREVIOUS) && family.text(PREVIOUS).equals(fingerprint));
  }

  /// Page by page, as ended sessions are among them.
  @Override
  public List<OpenSession> of(UserId user, SessionsSince since, Instant now) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(byUser)
                    .keyConditionExpression("#user = :user")
                    .expressionAttributeNames(Map.of("#user", USER))
                    .expressionAttributeValues(Map.of(":user", fromS(user.text())))
                    .scanIndexForward(false)
                    .consistentRead(true)
                    .limit(PAGE))
        .stream()
        .limit(MAX_READ / PAGE)
        .flatMap(page -> open(page.items(), now).stream())
        .filter(session -> since.allows(session.id(), session.start().generation()))
        .limit(MAX_LISTED)
        .toList();
  }

  private List<OpenSession> open(List<Map<String, AttributeValue>> entries, Instant now) {
    if (entries.isEmpty()) {
      return List.of();
    }
    KeysAndAttributes families =
        KeysAndAttributes.builder()
            .keys(
                entries.stream()
                    .map(entry -> Map.of(ID, fromS(new Item(entry).text(FAMILY))))
                    .toList())
            .consistentRead(true)
            .build();
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
