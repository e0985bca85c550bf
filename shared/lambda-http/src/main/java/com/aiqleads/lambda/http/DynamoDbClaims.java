package com.aiqleads.lambda.http;

import com.aiqleads.lambda.Names;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Claims as rows of a table of platform, which every context shares. DynamoDB removes what has
/// expired some time later, so an expired row counts as none.
@Singleton
final class DynamoDbClaims implements IdempotencyClaims {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoDbClaims.class);
  private static final Duration KEPT_FOR = Duration.ofHours(24);
  private static final String ID = "id";
  private static final String EXPIRES_AT = "expires-at";
  private static final String LOCKED_UNTIL = "locked-until";
  private static final String FINGERPRINT = "fingerprint";
  private static final String STATUS = "status";
  private static final String TYPE = "content-type";
  private static final String LOCATION = "location";
  private static final String BODY = "body";

  /// Whoever claims the key after our lock has a later one.
  private static final String OURS = "#locked = :ours and attribute_not_exists(#status)";

  private final DynamoDbClient client;
  private final InstantSource clock;
  private final String table;

  DynamoDbClaims(DynamoDbClient client, InstantSource clock, Names names) {
    this.client = client;
    this.clock = clock;
    this.table = names.of("platform").table("idempotency-claims");
  }

  @Override
  public Claim claim(String key, String fingerprint, Duration lock) {
    Instant now = clock.instant();
    Instant lockedUntil = now.plus(lock).truncatedTo(ChronoUnit.MILLIS);
    Map<String, AttributeValue> row =
        Map.of(
            ID, text(key),
            FINGERPRINT, text(fingerprint),
            LOCKED_UNTIL, number(lockedUntil.toEpochMilli()),
            EXPIRES_AT, number(now.plus(KEPT_FOR).getEpochSecond()));
    try {
      client.putItem(
          call ->
              call.tableName(table)
                  .item(row)
                  .conditionExpression(
                      "attribute_not_exists(id) or #expires < :now"
                          + " or (attribute_not_exists(#status) and #locked < :nowMillis)")
                  .expressionAttributeNames(
                      Map.of("#expires", EXPIRES_AT, "#status", STATUS, "#locked", LOCKED_UNTIL))
                  .expressionAttributeValues(
                      Map.of(
                          ":now", number(now.getEpochSecond()),
                          ":nowMillis", number(now.toEpochMilli())))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return new Claim.Won(lockedUntil);
    } catch (ConditionalCheckFailedException taken) {
      return taken(taken.item(), fingerprint);
    }
  }

  @Override
  public void store(String key, Instant lockedUntil, StoredAnswer answer) {
    ifStillOurs(
        key,
        () ->
            client.updateItem(
                call ->
                    call.tableName(table)
                        .key(Map.of(ID, text(key)))
                        .updateExpression(
                            "set #status = :status, #type = :type, #to = :to, #body = :body")
                        .conditionExpression(OURS)
                        .expressionAttributeNames(
                            Map.of(
                                "#status", STATUS,
                                "#type", TYPE,
                                "#to", LOCATION,
                                "#body", BODY,
                                "#locked", LOCKED_UNTIL))
                        .expressionAttributeValues(
                            Map.of(
                                ":status", number(answer.status()),
                                ":type", text(answer.contentType()),
                                ":to", text(answer.location()),
                                ":body", text(answer.body()),
                                ":ours", number(lockedUntil.toEpochMilli())))));
  }

  @Override
  public void release(String key, Instant lockedUntil) {
    ifStillOurs(
        key,
        () ->
            client.deleteItem(
                call ->
                    call.tableName(table)
                        .key(Map.of(ID, text(key)))
                        .conditionExpression(OURS)
                        .expressionAttributeNames(
                            Map.of("#status", STATUS, "#locked", LOCKED_UNTIL))
                        .expressionAttributeValues(
                            Map.of(":ours", number(lockedUntil.toEpochMilli())))));
  }

  private static void ifStillOurs(String key, Runnable work) {
    try {
      work.run();
    } catch (ConditionalCheckFailedException _) {
      LOG.atWarn().addKeyValue("claim", key).log("the lock had run out before the answer");
    }
  }

  private static Claim taken(Map<String, AttributeValue> row, String fingerprint) {
    if (!textOf(row, FINGERPRINT).equals(fingerprint)) {
      return new Claim.OtherRequest();
    }
    AttributeValue status = row.get(STATUS);
    if (status == null) {
      return new Claim.InProgress();
    }
    return new Claim.Answered(
        new StoredAnswer(
            Integer.parseInt(status.n()),
            textOf(row, TYPE),
            textOf(row, LOCATION),
            textOf(row, BODY)));
  }

  private static String textOf(Map<String, AttributeValue> row, String name) {
    return Optional.ofNullable(row.get(name)).map(AttributeValue::s).orElse("");
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
