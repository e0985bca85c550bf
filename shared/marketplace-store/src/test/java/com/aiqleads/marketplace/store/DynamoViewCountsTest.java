package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.marketplace.pricing.Segment;
import com.aiqleads.testkit.DynamoService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoViewCountsTest {
  private static final String TABLE = "aiqleads-test-marketplace-views";
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @RegisterExtension static final DynamoService dynamo = new DynamoService();

  private Instant now = NOON;
  private final InstantSource clock = () -> now;

  @BeforeAll
  static void createTable() {
    client()
        .createTable(
            table ->
                table
                    .tableName(TABLE)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(List.of(text("segment"), text("period")))
                    .keySchema(
                        List.of(key("segment", KeyType.HASH), key("period", KeyType.RANGE))));
  }

  @Test
  void countsLooksThatLoseTheirWeight() {
    DynamoViewCounts views = new DynamoViewCounts(client(), TABLE, clock);
    Segment houses = new Segment("miami-fl", "house");
    Segment condos = new Segment("miami-fl", "condo");
    for (int look = 0; look < 8; look++) {
      views.seen(houses);
    }
    views.seen(condos);

    assertThat(views.views(List.of(houses, condos, new Segment("miami-fl", "land"))))
        .isEqualTo(Map.of(houses, 8L, condos, 1L));
    now = NOON.plus(Duration.ofDays(2));
    assertThat(views.views(List.of(houses))).isEqualTo(Map.of(houses, 2L));
    views.seen(houses);
    assertThat(views.views(List.of(houses))).isEqualTo(Map.of(houses, 3L));
  }

  @Test
  void remembersAcrossTheEndOfAPeriodAndAsksForManySegments() {
    DynamoViewCounts views = new DynamoViewCounts(client(), TABLE, clock);
    now = Instant.ofEpochSecond(650 * Duration.ofDays(32).toSeconds() - 1);
    List<Segment> many = new ArrayList<>();
    for (int number = 0; number < 60; number++) {
      many.add(new Segment("market-" + number, "house"));
    }
    for (int look = 0; look < 4; look++) {
      views.seen(many.getLast());
    }

    now = now.plus(Duration.ofDays(1));
    views.seen(many.getFirst());

    assertThat(views.views(many)).isEqualTo(Map.of(many.getFirst(), 1L, many.getLast(), 2L));
    assertThat(views.views(List.of())).isEmpty();
  }

  @Test
  void aLookThatIsNotCountedDisturbsNobody() {
    DynamoViewCounts views = new DynamoViewCounts(client(), "no-such-table", clock);

    views.seen(new Segment("miami-fl", "house"));

    assertThat(now).isEqualTo(NOON);
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(dynamo.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
