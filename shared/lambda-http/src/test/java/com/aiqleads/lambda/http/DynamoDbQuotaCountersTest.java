package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.http.QuotaCounters.Count;
import com.aiqleads.lambda.http.QuotaCounters.Counter;
import com.aiqleads.testkit.DynamoService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoDbQuotaCountersTest {

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private static final Instant MINUTE = Instant.parse("2026-11-21T10:00:00Z");
  private static final Names NAMES =
      new Names("t" + UUID.randomUUID().toString().substring(0, 8), "demo");
  private static final String TABLE = NAMES.of("platform").table("quotas");
  private static final DynamoDbClient CLIENT = client();

  private final String team = UUID.randomUUID().toString();
  private final QuotaCounters counters = new DynamoDbQuotaCounters(CLIENT, NAMES);

  private static DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(DYNAMO.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @BeforeAll
  static void makeTable() {
    CLIENT.createTable(
        call ->
            call.tableName(TABLE)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
  }

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @Test
  void admitsUpToTheNumberAndNotOneMore() {
    List<Counter> three = List.of(new Counter("all", 9), new Counter("user_1", 3));

    assertThat(counters.count(team, MINUTE, three)).isEqualTo(new Count(true, List.of(1, 1)));
    assertThat(counters.count(team, MINUTE, three)).isEqualTo(new Count(true, List.of(2, 2)));
    assertThat(counters.count(team, MINUTE, three)).isEqualTo(new Count(true, List.of(3, 3)));
    assertThat(counters.count(team, MINUTE, three)).isEqualTo(new Count(false, List.of(3, 3)));
  }

  @Test
  void countsByAllCountersOrByNone() {
    counters.count(team, MINUTE, List.of(new Counter("all", 9), new Counter("user_1", 1)));
    counters.count(team, MINUTE, List.of(new Counter("all", 9), new Counter("user_1", 1)));

    Count other =
        counters.count(team, MINUTE, List.of(new Counter("all", 2), new Counter("user_2", 1)));

    assertThat(other).isEqualTo(new Count(true, List.of(2, 1)));
    assertThat(
            counters.count(
                team, MINUTE, List.of(new Counter("all", 2), new Counter("user_3 GET /a", 1))))
        .isEqualTo(new Count(false, List.of(2, 0)));
  }

  @Test
  void countsEachMinuteByItselfAndForgetsIt() {
    List<Counter> one = List.of(new Counter("all", 1));

    assertThat(counters.count(team, MINUTE, one).admitted()).isTrue();
    assertThat(counters.count(team, MINUTE.plusSeconds(60), one).admitted()).isTrue();
    assertThat(counters.count(UUID.randomUUID().toString(), MINUTE, one).admitted()).isTrue();
    assertThat(row())
        .containsEntry(
            "expires-at",
            AttributeValue.fromN(Long.toString(MINUTE.plusSeconds(600).getEpochSecond())));
  }

  @Test
  void admitsExactlyTheNumberToAllAtOnce() throws InterruptedException {
    List<Counter> limits = List.of(new Counter("all", 25), new Counter("user_1", 25));
    Callable<Boolean> request = () -> counters.count(team, MINUTE, limits).admitted();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long admitted =
          threads.invokeAll(Stream.generate(() -> request).limit(60).toList()).stream()
              .filter(Future::resultNow)
              .count();

      assertThat(admitted).isEqualTo(25);
    }
  }

  private Map<String, AttributeValue> row() {
    return CLIENT
        .getItem(
            call ->
                call.tableName(TABLE).key(Map.of("id", AttributeValue.fromS(team + "/" + MINUTE))))
        .item();
  }
}
