package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.Grant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// Keeps the time from which a site is free again. Each grant is one conditional update that moves
/// it on by the interval: behind those who already wait, or, if the site is free, from now on.
final class DynamoFetchLimiter implements FetchLimiter {

  /// How far ahead turns are given away; whoever finds the queue longer asks again.
  static final Duration HORIZON = Duration.ofSeconds(2);

  /// A turn is lost after half an interval: used later still, it would meet the next one. It is
  /// good for as long as a busy machine needs to wake up, and never for longer than the upper
  /// bound.
  private static final Duration MIN_GRACE = Duration.ofMillis(50);

  private static final Duration MAX_GRACE = Duration.ofMillis(500);

  /// Others may start first so often before one is sent away for an interval.
  private static final int MAX_RACES = 3;

  private static final String FREE_AT = "free-at";
  private static final Duration KEPT = Duration.ofDays(1);

  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;

  DynamoFetchLimiter(DynamoDbClient dynamo, String table, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Grant ask(String site, Duration interval) {
    Optional<Grant> grant = Optional.empty();
    for (int races = 0; grant.isEmpty() && races < MAX_RACES; races++) {
      Instant now = clock.instant();
      grant = queue(site, interval, now).or(() -> start(site, interval, now));
    }
    return grant.orElseGet(() -> new Grant.Wait(interval));
  }

  @Override
  public void holdOff(String site, Duration pause) {
    Instant until = clock.instant().plus(pause);
    try {
      update(
          site,
          until,
          "SET #free = :then, #expiry = :expiry",
          "attribute_not_exists(#free) OR #free < :then",
          Map.of(":then", micros(until)));
    } catch (ConditionalCheckFailedException _) {
      // It is held for longer already.
    }
  }

  private Optional<Grant> queue(String site, Duration interval, Instant now) {
    try {
      UpdateItemResponse answer =
          update(
              site,
              now,
              "SET #free = #free + :interval, #expiry = :expiry",
              "#free > :now AND #free <= :horizon",
              Map.of(
                  ":now", micros(now),
                  ":horizon", micros(now.plus(HORIZON)),
                  ":interval", Items.number(interval.toNanos() / 1_000)));
      return Optional.of(granted(instant(answer.attributes()), interval));
    } catch (ConditionalCheckFailedException _) {
      return Optional.empty();
    }
  }

  /// Empty if somebody else has just started, so that there is a queue now.
  private Optional<Grant> start(String site, Duration interval, Instant now) {
    try {
      update(
          site,
          now,
          "SET #free = :then, #expiry = :expiry",
          "attribute_not_exists(#free) OR #free <= :now",
          Map.of(":now", micros(now), ":then", micros(now.plus(interval))));
      return Optional.of(granted(now, interval));
    } catch (ConditionalCheckFailedException e) {
      Duration tooFar = Duration.between(now.plus(HORIZON), instant(e.item()));
      return tooFar.isPositive()
          ? Optional.of(new Grant.Wait(tooFar.plus(interval)))
          : Optional.empty();
    }
  }

  private UpdateItemResponse update(
      String site,
      Instant time,
      String change,
      String condition,
      Map<String, AttributeValue> values) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.put(":expiry", Items.number(time.plus(KEPT).getEpochSecond()));
    return dynamo.updateItem(
        UpdateItemRequest.builder()
            .tableName(table)
            .key(Map.of("site", Items.text(site)))
            .updateExpression(change)
            .conditionExpression(condition)
            .expressionAttributeNames(Map.of("#free", FREE_AT, "#expiry", "expires-at"))
            .expressionAttributeValues(all)
            .returnValues(ReturnValue.UPDATED_OLD)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build());
  }

  private static Grant granted(Instant startAt, Duration interval) {
    return new Grant.Granted(startAt, startAt.plus(grace(interval)));
  }

  static Duration grace(Duration interval) {
    long millis = interval.toMillis() / 2;
    return Duration.ofMillis(Math.clamp(millis, MIN_GRACE.toMillis(), MAX_GRACE.toMillis()));
  }

  private static AttributeValue micros(Instant time) {
    return Items.number(ChronoUnit.MICROS.between(Instant.EPOCH, time));
  }

  private static Instant instant(Map<String, AttributeValue> item) {
    return Instant.EPOCH.plus(Items.number(item, FREE_AT), ChronoUnit.MICROS);
  }
}
