package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.validation.ValidationCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One item for each question, under a keyed hash: an address is personal. DynamoDB removes what
/// has expired when it likes, so that an item also says when that is.
final class DynamoValidationCache implements ValidationCache {

  /// The service that it saves us is not much slower.
  private static final AwsRequestOverrideConfiguration SOON =
      AwsRequestOverrideConfiguration.builder().apiCallTimeout(Duration.ofSeconds(2)).build();

  private static final String KEY = "question";
  private static final String ANSWER = "answer";
  private static final String EXPIRES_AT = "expires-at";

  private final DynamoDbClient dynamo;
  private final String table;
  private final BlindKeys hashes;
  private final InstantSource clock;

  DynamoValidationCache(
      DynamoDbClient dynamo, String table, BlindKeys hashes, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.hashes = hashes;
    this.clock = clock;
  }

  @Override
  public Optional<String> find(Kind kind, String subject) {
    Map<String, AttributeValue> item =
        dynamo
            .getItem(
                request ->
                    request
                        .tableName(table)
                        .key(Map.of(KEY, key(kind, subject)))
                        .overrideConfiguration(SOON))
            .item();
    boolean known = item.containsKey(ANSWER) && item.containsKey(EXPIRES_AT);
    return known && clock.instant().isBefore(expiry(item))
        ? Optional.of(Items.text(item, ANSWER))
        : Optional.empty();
  }

  @Override
  public void keep(Kind kind, String subject, String answer, Duration howLong) {
    Instant expiry = clock.instant().plus(howLong);
    dynamo.putItem(
        request ->
            request
                .tableName(table)
                .item(
                    Map.of(
                        KEY,
                        key(kind, subject),
                        ANSWER,
                        Items.text(answer),
                        EXPIRES_AT,
                        Items.number(expiry.getEpochSecond())))
                .overrideConfiguration(SOON));
  }

  private static Instant expiry(Map<String, AttributeValue> item) {
    return Instant.ofEpochSecond(Items.number(item, EXPIRES_AT));
  }

  private AttributeValue key(Kind kind, String subject) {
    return key(kind, subject, hashes);
  }

  static AttributeValue key(Kind kind, String subject, BlindKeys hashes) {
    return Items.text(kind.id() + "#" + hashes.of(kind.id() + "|" + subject));
  }
}
