package com.aiqleads.platform.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
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
import com.aiqleads.platform.Rotation.Rotated;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.SessionStart;
import com.aiqleads.platform.SessionsSince;
import java.time.Instant;
import java.util.Comparator;
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

  private static final String USER = "user";
  private static final String FAMILY = "family";

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
    Map<String, AttributeValue> item = FamilyItem.of(first, start);
    Map<String, AttributeValue> entry =
        Map.of(
            USER,
            fromS(start.owner().user().text()),
            FAMILY,
            fromS(first.family().text()),
            FamilyItem.EXPIRES_AT,
            FamilyItem.seconds(start.endsAt()));
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
        .filter(family -> family.isNewest(presented))
        .map(FamilyItem::start);
  }

  @Override
  public Optional<SessionStart> find(UserId user, FamilyId family, Instant now) {
    return open(family, now)
        .map(FamilyItem::start)
        .filter(start -> start.owner().user().equals(user));
  }

  private Optional<FamilyItem> open(FamilyId id, Instant now) {
    Map<String, AttributeValue> item =
        dynamo
            .getItem(get -> get.tableName(table).key(FamilyItem.key(id)).consistentRead(true))
            .item();
    return Optional.of(new FamilyItem(item))
        .filter(family -> family.isThere() && !family.isOver(now));
  }

  @Override
  public Rotation rotate(RefreshToken presented, RefreshToken next, Instant now) {
    try {
      return new Rotated(exchange(presented, next, now).start());
    } catch (ConditionalCheckFailedException e) {
      return e.hasItem()
          ? new FamilyItem(e.item()).refuse(presented, now)
          : new Refused(Reason.UNKNOWN);
    }
  }

  private FamilyItem exchange(RefreshToken presented, RefreshToken next, Instant now) {
    return new FamilyItem(
        dynamo
            .updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(FamilyItem.key(presented.family()))
                        .updateExpression(
                            "set fingerprint = :next, previous = :presented, #renewed = :millis")
                        .conditionExpression(
                            "fingerprint = :presented and attribute_not_exists(revoked)"
                                + " and #expires > :now")
                        .expressionAttributeNames(
                            Map.of(
                                "#expires",
                                FamilyItem.EXPIRES_AT,
                                "#renewed",
                                FamilyItem.RENEWED_AT))
                        .expressionAttributeValues(
                            Map.of(
                                ":next", fromS(next.fingerprint()),
                                ":presented", fromS(presented.fingerprint()),
                                ":millis", FamilyItem.millis(now),
                                ":now", FamilyItem.seconds(now)))
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .attributes());
  }

  /// The condition keeps the write from making a family that is unknown.
  @Override
  public void revoke(FamilyId family) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(FamilyItem.key(family))
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
        .filter(family -> family.knows(presented))
        .map(FamilyItem::owner);
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
                    .map(entry -> FamilyItem.key(FamilyId.parse(new Item(entry).text(FAMILY))))
                    .toList())
            .consistentRead(true)
            .build();
    return dynamo
        .batchGetItem(get -> get.requestItems(Map.of(table, families)))
        .responses()
        .getOrDefault(table, List.of())
        .stream()
        .map(FamilyItem::new)
        .filter(family -> !family.isOver(now))
        .map(FamilyItem::session)
        .sorted(Comparator.comparing((OpenSession one) -> one.start().at()).reversed())
        .toList();
  }
}
