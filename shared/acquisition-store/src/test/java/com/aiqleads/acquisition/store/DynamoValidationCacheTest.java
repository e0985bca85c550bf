package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.fetching.SettableClock;
import com.aiqleads.acquisition.validation.ValidationCache;
import com.aiqleads.acquisition.validation.ValidationCache.Kind;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.testkit.DynamoService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoValidationCacheTest {

  private static final String TABLE = "validation-cache-test";
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private final SettableClock clock = new SettableClock();
  private final ApplicationContext context =
      TestFunction.start("acquisition", "validate-lead", new FakeQueues(), Map.of());
  private final DynamoDbClient client = FetchingTables.client(DYNAMO.endpoint());
  private final BlindKeys hashes = new BlindKeys(() -> new byte[32]);

  @BeforeAll
  static void createTable() {
    FetchingTables.create(FetchingTables.client(DYNAMO.endpoint()), TABLE, "question");
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void remembersAnAnswerUntilItExpires() {
    ValidationCache cache = cache(TABLE);
    cache.keep(Kind.GEOCODE, "12 MAIN ST", "none", AN_HOUR);

    assertThat(cache.find(Kind.GEOCODE, "12 MAIN ST")).contains("none");
    assertThat(cache.find(Kind.MAIL_DOMAIN, "12 MAIN ST")).isEmpty();
    clock.pause(AN_HOUR.minusSeconds(1));
    assertThat(cache.find(Kind.GEOCODE, "12 MAIN ST")).contains("none");
    clock.pause(Duration.ofSeconds(1));
    assertThat(cache.find(Kind.GEOCODE, "12 MAIN ST")).isEmpty();
  }

  @Test
  void keepsNoAddressInClear() {
    cache(TABLE).keep(Kind.GEOCODE, "14 SECRET ST", "none", AN_HOUR);

    assertThat(client.scan(request -> request.tableName(TABLE)).items())
        .isNotEmpty()
        .allSatisfy(
            item -> {
              assertThat(item.toString()).doesNotContain("SECRET");
              assertThat(item).containsOnlyKeys("question", "answer", "expires-at");
            });
  }

  @Test
  void asksForWhatExpiredLongAgo() {
    String key = "geocode#" + hashes.of("geocode|16 OLD ST");
    client.putItem(
        request -> request.tableName(TABLE).item(Map.of("question", AttributeValue.fromS(key))));

    assertThat(cache(TABLE).find(Kind.GEOCODE, "16 OLD ST")).isEmpty();
  }

  @Test
  void countsWhatItKnewAndStandsBeforeItsFailures() {
    ValidationCache known = counted(cache(TABLE));
    ValidationCache failing = counted(cache("no-such-table"));

    known.keep(Kind.MAIL_DOMAIN, "letterbox.example", "TAKES_MAIL", AN_HOUR);
    assertThat(known.find(Kind.MAIL_DOMAIN, "letterbox.example")).contains("TAKES_MAIL");
    assertThat(known.find(Kind.MAIL_DOMAIN, "postbox.example")).isEmpty();
    failing.keep(Kind.MAIL_DOMAIN, "letterbox.example", "TAKES_MAIL", AN_HOUR);
    assertThat(failing.find(Kind.MAIL_DOMAIN, "letterbox.example")).isEmpty();

    assertThat(counted("hit")).isEqualTo(1);
    assertThat(counted("miss")).isEqualTo(1);
    assertThat(counted("failed")).isEqualTo(2);
  }

  private ValidationCache cache(String table) {
    return new DynamoValidationCache(client, table, hashes, clock);
  }

  private ValidationCache counted(ValidationCache cache) {
    return new CountedCache(cache, context.getBean(Metrics.class));
  }

  private double counted(String outcome) {
    return context
        .getBean(MeterRegistry.class)
        .get("validation_cache")
        .tags("of", "mail-domain", "outcome", outcome)
        .counter()
        .count();
  }
}
