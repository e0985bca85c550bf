package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.pricing.Segment;
import com.aiqleads.testkit.DynamoService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoViewCountsTest {
  private static final String TABLE = "aiqleads-test-marketplace-views";
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static final TeamId TEAM = new TeamId(Ids.derived("team", "ours"));
  private static final TeamId OTHERS = new TeamId(Ids.derived("team", "others"));
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Segment LOTS = new Segment("tampa-fl", "land");

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
    DynamoViewCounts views = new DynamoViewCounts(client(), TABLE, clock, PATIENCE);
    Segment houses = new Segment("miami-fl", "house");
    Segment condos = new Segment("miami-fl", "condo");
    for (int look = 0; look < 8; look++) {
      views.seen(TEAM, lead(look), houses);
    }
    views.seen(TEAM, lead(9), condos);

    assertThat(views.views(List.of(houses, condos, new Segment("miami-fl", "land"))))
        .isEqualTo(Map.of(houses, 8L, condos, 1L));
    now = NOON.plus(Duration.ofDays(2));
    assertThat(views.views(List.of(houses))).isEqualTo(Map.of(houses, 2L));
    views.seen(TEAM, lead(1), houses);
    assertThat(views.views(List.of(houses))).isEqualTo(Map.of(houses, 3L));
  }

  @Test
  void remembersAcrossTheEndOfAPeriodAndAsksForManySegments() {
    DynamoViewCounts views = new DynamoViewCounts(client(), TABLE, clock, PATIENCE);
    now = Instant.ofEpochSecond(650 * Duration.ofDays(32).toSeconds() - 1);
    List<Segment> many = new ArrayList<>();
    for (int number = 0; number < 60; number++) {
      many.add(new Segment("market-" + number, "house"));
    }
    for (int look = 0; look < 4; look++) {
      views.seen(TEAM, lead(20 + look), many.getLast());
    }

    now = now.plus(Duration.ofDays(1));
    views.seen(TEAM, lead(20), many.getFirst());

    assertThat(views.views(many)).isEqualTo(Map.of(many.getFirst(), 1L, many.getLast(), 2L));
    assertThat(views.views(List.of())).isEmpty();
  }

  @Test
  void countsATeamOnceForALeadAndADay() {
    DynamoViewCounts views = new DynamoViewCounts(client(), TABLE, clock, PATIENCE);
    Segment townhouses = new Segment("orlando-fl", "townhouse");

    for (int reload = 0; reload < 5; reload++) {
      views.seen(TEAM, lead(30), townhouses);
    }
    assertThat(views.views(List.of(townhouses))).isEqualTo(Map.of(townhouses, 1L));
    views.seen(OTHERS, lead(30), townhouses);
    views.seen(TEAM, lead(31), townhouses);
    assertThat(views.views(List.of(townhouses))).isEqualTo(Map.of(townhouses, 3L));

    now = NOON.plus(Duration.ofDays(1));
    views.seen(TEAM, lead(30), townhouses);
    now = NOON.plus(Duration.ofDays(2));
    // Three of the day before yesterday and one of yesterday.
    views.seen(TEAM, lead(30), townhouses);
    assertThat(views.views(List.of(townhouses))).isEqualTo(Map.of(townhouses, 2L));
  }

  @Test
  void forgetsWhoLookedWhenTheDayIsOver() {
    new DynamoViewCounts(client(), TABLE, clock, PATIENCE).seen(TEAM, lead(40), LOTS);

    Map<String, AttributeValue> look =
        client()
            .getItem(
                call ->
                    call.tableName(TABLE)
                        .key(
                            Map.of(
                                "segment",
                                AttributeValue.fromS(TEAM.text() + "/" + lead(40).text()),
                                "period",
                                AttributeValue.fromS("2026-11-22"))))
            .item();

    assertThat(look)
        .containsEntry(
            "expires-at",
            AttributeValue.fromN(Long.toString(NOON.plus(Duration.ofDays(2)).getEpochSecond())));
  }

  @Test
  void aTableThatDoesNotAnswerKeepsNobodyWaiting() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      Duration patience = Duration.ofMillis(200);
      DynamoViewCounts views = new DynamoViewCounts(client(address), TABLE, clock, patience);
      long began = System.nanoTime();

      views.seen(TEAM, lead(50), LOTS);

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void asksAgainForWhatWasLeftOutAndSaysWhenItIsNeverAnswered() {
    Segment first = new Segment("naples-fl", "house");
    Segment second = new Segment("naples-fl", "condo");
    DynamoViewCounts views = new DynamoViewCounts(client(), TABLE, clock, PATIENCE);
    views.seen(TEAM, lead(60), first);
    views.seen(TEAM, lead(61), second);

    Sparing sparing = new Sparing(client(), 1);
    assertThat(counts(sparing).views(List.of(first, second)))
        .isEqualTo(Map.of(first, 1L, second, 1L));
    assertThat(sparing.asked).isEqualTo(4);

    assertThatIllegalStateException()
        .isThrownBy(() -> counts(new Sparing(client(), 0)).views(List.of(first, second)));
  }

  private DynamoViewCounts counts(DynamoDbClient dynamo) {
    return new DynamoViewCounts(dynamo, TABLE, clock, PATIENCE);
  }

  /// Answers a few keys at once, as a table does that is asked for too much.
  private static final class Sparing implements DynamoDbClient {
    private final DynamoDbClient table;
    private final int atOnce;
    private int asked;

    Sparing(DynamoDbClient table, int atOnce) {
      this.table = table;
      this.atOnce = atOnce;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      asked++;
      List<Map<String, AttributeValue>> keys =
          request.requestItems().values().iterator().next().keys();
      List<Map<String, AttributeValue>> left = keys.subList(atOnce, keys.size());
      BatchGetItemResponse.Builder answer = BatchGetItemResponse.builder();
      if (atOnce > 0) {
        answer.responses(
            table.batchGetItem(call -> call.requestItems(of(keys.subList(0, atOnce)))).responses());
      }
      return answer.unprocessedKeys(left.isEmpty() ? Map.of() : of(left)).build();
    }

    private static Map<String, KeysAndAttributes> of(List<Map<String, AttributeValue>> keys) {
      return Map.of(TABLE, KeysAndAttributes.builder().keys(keys).build());
    }

    @Override
    public String serviceName() {
      return table.serviceName();
    }

    @Override
    public void close() {
      table.close();
    }
  }

  @Test
  void aLookThatIsNotCountedDisturbsNobody() {
    DynamoViewCounts views = new DynamoViewCounts(client(), "no-such-table", clock, PATIENCE);

    views.seen(TEAM, lead(1), new Segment("miami-fl", "house"));

    assertThat(now).isEqualTo(NOON);
  }

  private static LeadId lead(int number) {
    return OfferFixtures.leadId(number);
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
    return client(dynamo.endpoint());
  }

  private static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
