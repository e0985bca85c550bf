package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.pricing.Decay;
import com.aiqleads.marketplace.pricing.Segment;
import com.aiqleads.marketplace.pricing.ViewCounts;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// A row for each segment and period, to which a look is a blind addition; and one for each team,
/// lead and day that has been counted. If only the second is written, the look is lost and not
/// doubled.
final class DynamoViewCounts implements ViewCounts {
  private static final Logger LOG = LoggerFactory.getLogger(DynamoViewCounts.class);
  private static final String SEGMENT = "segment";
  private static final String PERIOD = "period";
  private static final String SUM = "sum";
  private static final String EXPIRES_AT = "expires-at";

  /// By then what was counted in a period is worth nothing.
  private static final Duration KEPT_FOR = Duration.ofDays(96);

  /// A day is over everywhere by then.
  private static final Duration DAY_KEPT_FOR = Duration.ofDays(2);

  /// What DynamoDB leaves out of an answer is asked for again, but not for ever.
  private static final int MOST_QUESTIONS = 5;

  /// DynamoDB takes a hundred keys at once; a segment has two.
  private static final int AT_ONCE = 50;

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;
  private final AwsRequestOverrideConfiguration soon;

  /// With as much patience for each call as a buyer may wait for a lead because of it.
  DynamoViewCounts(DynamoDbClient client, String table, InstantSource clock, Duration patience) {
    this.client = client;
    this.table = table;
    this.clock = clock;
    this.soon = AwsRequestOverrideConfiguration.builder().apiCallTimeout(patience).build();
  }

  @Override
  public void seen(TeamId viewer, LeadId lead, Segment segment) {
    Instant now = clock.instant();
    try {
      remember(viewer, lead, now);
      add(segment, now);
    } catch (ConditionalCheckFailedException e) {
      LOG.atDebug().log("counted before today");
    } catch (SdkException e) {
      LOG.atWarn().setCause(e).log("a look was not counted");
    }
  }

  private void remember(TeamId viewer, LeadId lead, Instant now) {
    client.putItem(
        call ->
            call.tableName(table)
                .item(
                    Map.of(
                        SEGMENT, AttributeValue.fromS(viewer.text() + "/" + lead.text()),
                        PERIOD, AttributeValue.fromS(day(now)),
                        EXPIRES_AT, number(now.plus(DAY_KEPT_FOR).getEpochSecond())))
                .conditionExpression("attribute_not_exists(#period)")
                .expressionAttributeNames(Map.of("#period", PERIOD))
                .overrideConfiguration(soon));
  }

  private static String day(Instant now) {
    return now.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private void add(Segment segment, Instant now) {
    client.updateItem(
        call ->
            call.tableName(table)
                .key(key(segment, Decay.period(now)))
                .updateExpression("set #expires = :expires add #sum :weight")
                .expressionAttributeNames(Map.of("#expires", EXPIRES_AT, "#sum", SUM))
                .expressionAttributeValues(
                    Map.of(
                        ":expires", number(now.plus(KEPT_FOR).getEpochSecond()),
                        ":weight", AttributeValue.fromN(Decay.weight(now).toString())))
                .overrideConfiguration(soon));
  }

  @Override
  public Map<Segment, Long> views(Collection<Segment> segments) {
    Instant now = clock.instant();
    Map<Segment, Long> views = new HashMap<>();
    List<Segment> all = List.copyOf(segments);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      add(all.subList(from, Math.min(all.size(), from + AT_ONCE)), now, views);
    }
    return views;
  }

  private void add(List<Segment> segments, Instant now, Map<Segment, Long> views) {
    Map<String, Segment> names = new HashMap<>();
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    long period = Decay.period(now);
    for (Segment segment : segments) {
      names.put(name(segment), segment);
      keys.add(key(segment, period));
      keys.add(key(segment, period - 1));
    }
    for (Map<String, AttributeValue> row : rows(keys)) {
      BigInteger sum = new BigInteger(in(row, SUM).n());
      long worth = Decay.worth(sum, Long.parseLong(in(row, PERIOD).s()), now).longValueExact();
      Segment segment = names.get(in(row, SEGMENT).s());
      if (segment != null) {
        views.merge(segment, worth, Long::sum);
      }
    }
  }

  private List<Map<String, AttributeValue>> rows(List<Map<String, AttributeValue>> keys) {
    List<Map<String, AttributeValue>> rows = new ArrayList<>();
    Map<String, KeysAndAttributes> left =
        Map.of(table, KeysAndAttributes.builder().keys(keys).build());
    for (int question = 0; question < MOST_QUESTIONS && !left.isEmpty(); question++) {
      Map<String, KeysAndAttributes> asked = left;
      BatchGetItemResponse answer = client.batchGetItem(call -> call.requestItems(asked));
      rows.addAll(answer.responses().getOrDefault(table, List.of()));
      left = answer.unprocessedKeys();
    }
    if (!left.isEmpty()) {
      throw new IllegalStateException("not all looks could be read");
    }
    return rows;
  }

  private static AttributeValue in(Map<String, AttributeValue> row, String name) {
    return Objects.requireNonNull(row.get(name), name);
  }

  private static Map<String, AttributeValue> key(Segment segment, long period) {
    return Map.of(
        SEGMENT,
        AttributeValue.fromS(name(segment)),
        PERIOD,
        AttributeValue.fromS(Long.toString(period)));
  }

  private static String name(Segment segment) {
    return segment.market() + "/" + segment.type();
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
