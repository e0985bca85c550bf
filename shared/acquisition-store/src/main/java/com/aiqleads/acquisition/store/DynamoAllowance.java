package com.aiqleads.acquisition.store;

import com.aiqleads.ai.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// One counter for each day, of all functions together.
record DynamoAllowance(DynamoDbClient dynamo, String table, InstantSource clock, int aDay)
    implements Allowance {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoAllowance.class);
  private static final Duration KEPT = Duration.ofDays(3);

  @Override
  public boolean take() {
    Instant now = clock.instant();
    try {
      dynamo.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(
                      Map.of(
                          "question",
                          Items.text("allowance#" + LocalDate.ofInstant(now, ZoneOffset.UTC))))
                  .updateExpression("add asked :one set #expiry = :expiry")
                  .conditionExpression("attribute_not_exists(asked) or asked < :most")
                  .expressionAttributeNames(Map.of("#expiry", "expires-at"))
                  .expressionAttributeValues(
                      Map.of(
                          ":one",
                          Items.number(1),
                          ":most",
                          Items.number(aDay),
                          ":expiry",
                          Items.number(now.plus(KEPT).getEpochSecond()))));
      return aDay > 0;
    } catch (ConditionalCheckFailedException spent) {
      return false;
    } catch (SdkException away) {
      LOG.atWarn().setCause(away).log("no allowance known");
      return false;
    }
  }
}
