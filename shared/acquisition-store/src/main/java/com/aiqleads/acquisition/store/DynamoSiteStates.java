package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Pause;
import com.aiqleads.acquisition.fetching.SiteState;
import com.aiqleads.acquisition.fetching.SiteStates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// One item for each site, written only over the version that was seen. What was seen last is
/// tried first; whoever comes too late is shown what is there now. Nothing is read: an update
/// that changes nothing shows an item too, so that no function needs more than to write.
final class DynamoSiteStates implements SiteStates {

  static final String VERSION = "version";

  private static final int MAX_RACES = 50;
  private static final Duration KEPT = Duration.ofDays(30);

  /// What is left unknown of the clock before the first turn.
  private static final Duration ENOUGH = Duration.ofMillis(50);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final int MAX_LOOKS = 60;

  /// In so long a second turns, however slow the answers are.
  private static final Duration A_TURN = Duration.ofMillis(1_100);

  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;
  private final DatedClock dated;
  private final Pause pause;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private boolean isSet;

  DynamoSiteStates(
      DynamoDbClient dynamo, String table, InstantSource clock, DatedClock dated, Pause pause) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
    this.dated = dated;
    this.pause = pause;
  }

  /// A state as it stood.
  ///
  /// @param version 0 before anything was written
  private record Seen(long version, SiteState state) {}

  @Override
  public <T> T change(String site, Change<T> change) {
    setClock(site);
    Optional<Seen> remembered = Optional.ofNullable(seen.get(site));
    boolean isFresh = remembered.isEmpty();
    Seen before = remembered.orElseGet(() -> look(site));
    for (int races = 0; races < MAX_RACES; races++) {
      Decided<T> decided = change.of(before.state);
      if (decided.after().isEmpty()) {
        if (isFresh) {
          return decided.result();
        }
        before = look(site);
      } else {
        Optional<Seen> other = written(site, before.version, decided.after().get());
        if (other.isEmpty()) {
          return decided.result();
        }
        before = other.get();
      }
      isFresh = true;
    }
    throw new IllegalStateException(site + " was changed by others " + MAX_RACES + " times");
  }

  /// Looks until a second has been seen to turn: then the clock is known but for the time
  /// between two looks. Once is enough; every answer tells it again.
  private synchronized void setClock(String site) {
    Instant until = clock.instant().plus(A_TURN);
    for (int looks = 0; !isSet && looks < MAX_LOOKS; looks++) {
      if (looks > 0) {
        pause.pause(BETWEEN_LOOKS);
      }
      look(site);
      isSet = clock.instant().isAfter(until) || isClear();
    }
    isSet = true;
  }

  private boolean isClear() {
    return dated.isKnown() && dated.doubt().compareTo(ENOUGH) <= 0;
  }

  private Seen look(String site) {
    UpdateItemRequest nothing =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(Map.of(SiteItem.SITE, Items.text(site)))
            .returnValues(ReturnValue.ALL_NEW)
            .build();
    Instant askedAt = clock.instant();
    UpdateItemResponse answer = dynamo.updateItem(nothing);
    heard(askedAt, answer);
    return remembered(site, answer.attributes());
  }

  /// Empty if it was written; else what somebody else has written.
  private Optional<Seen> written(String site, long version, SiteState state) {
    Map<String, AttributeValue> item = SiteItem.of(site, state);
    item.put(VERSION, Items.number(version + 1));
    item.put("expires-at", Items.number(dated.now().latest().plus(KEPT).getEpochSecond()));
    PutItemRequest.Builder request =
        PutItemRequest.builder()
            .tableName(table)
            .item(item)
            .expressionAttributeNames(Map.of("#version", VERSION))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (version == 0) {
      request.conditionExpression("attribute_not_exists(#version)");
    } else {
      request
          .conditionExpression("#version = :version")
          .expressionAttributeValues(Map.of(":version", Items.number(version)));
    }
    Instant askedAt = clock.instant();
    try {
      heard(askedAt, dynamo.putItem(request.build()));
      seen.put(site, new Seen(version + 1, state));
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(remembered(site, e.item()));
    }
  }

  private Seen remembered(String site, Map<String, AttributeValue> item) {
    Seen found =
        item.containsKey(VERSION)
            ? new Seen(Items.number(item, VERSION), SiteItem.state(item))
            : new Seen(0, SiteState.UNKNOWN);
    seen.put(site, found);
    return found;
  }

  private void heard(Instant askedAt, AwsResponse answer) {
    Instant cameAt = clock.instant();
    answer
        .sdkHttpResponse()
        .firstMatchingHeader("Date")
        .map(DynamoSiteStates::time)
        .ifPresent(date -> dated.heard(askedAt, cameAt, date));
  }

  private static Instant time(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
