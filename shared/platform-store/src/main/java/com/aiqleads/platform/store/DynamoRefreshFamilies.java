package com.aiqleads.platform.store;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.RefreshToken;
import com.aiqleads.platform.Rotation;
import com.aiqleads.platform.Rotation.Reason;
import com.aiqleads.platform.Rotation.Refused;
import com.aiqleads.platform.Rotation.Rotated;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

final class DynamoRefreshFamilies implements RefreshFamilies {

  private static final String ID = "id";
  private static final String FINGERPRINT = "fingerprint";
  private static final String USER = "user";
  private static final String TEAM = "team";
  private static final String REVOKED = "revoked";

  /// The table's time to live, too.
  private static final String EXPIRES_AT = "expires-at";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoRefreshFamilies(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void start(RefreshToken first, UserId user, TeamId team, Instant expiresAt) {
    Map<String, AttributeValue> item =
        Map.of(
            ID, fromS(first.family().text()),
            FINGERPRINT, fromS(first.fingerprint()),
            USER, fromS(user.text()),
            TEAM, fromS(team.text()),
            EXPIRES_AT, seconds(expiresAt));
    dynamo.putItem(put -> put.tableName(table).item(item));
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
                        .updateExpression("set fingerprint = :next")
                        .conditionExpression(
                            "fingerprint = :presented and attribute_not_exists(revoked)"
                                + " and #expires > :now")
                        .expressionAttributeNames(Map.of("#expires", EXPIRES_AT))
                        .expressionAttributeValues(
                            Map.of(
                                ":next", fromS(next.fingerprint()),
                                ":presented", fromS(presented.fingerprint()),
                                ":now", seconds(now)))
                        .returnValues(ReturnValue.ALL_NEW)
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .attributes());
  }

  private static Rotation rotated(Item family) {
    return new Rotated(UserId.parse(family.text(USER)), TeamId.parse(family.text(TEAM)));
  }

  private Rotation refuse(RefreshToken presented, Item family, Instant now) {
    if (family.has(REVOKED)) {
      return new Refused(Reason.REVOKED);
    }
    if (family.number(EXPIRES_AT) <= now.getEpochSecond()) {
      return new Refused(Reason.EXPIRED);
    }
    revoke(presented.family());
    return new Refused(Reason.REPLAYED);
  }

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
      // Unknown, so there is nothing to end; without the condition the write would create it.
    }
  }

  private static Map<String, AttributeValue> key(FamilyId family) {
    return Map.of(ID, fromS(family.text()));
  }

  private static AttributeValue seconds(Instant instant) {
    return fromN(Long.toString(instant.getEpochSecond()));
  }
}
