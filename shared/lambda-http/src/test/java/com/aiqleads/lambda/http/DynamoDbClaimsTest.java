package com.aiqleads.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.http.IdempotencyClaims.Claim;
import com.aiqleads.lambda.http.IdempotencyClaims.StoredAnswer;
import com.aiqleads.testkit.DynamoService;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoDbClaimsTest {

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private static final Duration LOCK = Duration.ofSeconds(10);
  private static final Names NAMES =
      new Names("t" + UUID.randomUUID().toString().substring(0, 8), "demo");
  private static final StoredAnswer ANSWER =
      new StoredAnswer(201, "application/json", "/orders/1", "{}");
  private static final DynamoDbClient CLIENT =
      DynamoDbClient.builder()
          .endpointOverride(DYNAMO.endpoint())
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClient(UrlConnectionHttpClient.create())
          .build();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
  private final String key = UUID.randomUUID().toString();
  private final DynamoDbClaims claims = new DynamoDbClaims(CLIENT, now::get, NAMES);

  @BeforeAll
  static void makeTable() {
    CLIENT.createTable(
        call ->
            call.tableName(NAMES.of("platform").table("idempotency-claims"))
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
  void letsOneWinAndTheOthersWait() {
    assertThat(claims.claim(key, "hash", LOCK)).isInstanceOf(Claim.Won.class);
    assertThat(claims.claim(key, "hash", LOCK)).isEqualTo(new Claim.InProgress());
    assertThat(claims.claim(key, "other", LOCK)).isEqualTo(new Claim.OtherRequest());
  }

  @Test
  void givesTheAnswerAgain() {
    claims.store(key, won(), ANSWER);

    assertThat(claims.claim(key, "hash", LOCK)).isEqualTo(new Claim.Answered(ANSWER));
    assertThat(claims.claim(key, "other", LOCK)).isEqualTo(new Claim.OtherRequest());
  }

  @Test
  void letsTheNextWinAfterARelease() {
    claims.release(key, won());

    assertThat(claims.claim(key, "other", LOCK)).isInstanceOf(Claim.Won.class);
  }

  @Test
  void letsTheNextWinWhenTheFirstDidNotComeBack() {
    claims.claim(key, "hash", LOCK);

    now.updateAndGet(time -> time.plus(LOCK));
    assertThat(claims.claim(key, "hash", LOCK)).isEqualTo(new Claim.InProgress());
    now.updateAndGet(time -> time.plusMillis(1));
    assertThat(claims.claim(key, "hash", LOCK)).isInstanceOf(Claim.Won.class);
  }

  @Test
  void storesNoAnswerOverTheClaimOfSomebodyElse() {
    Instant first = won();
    now.updateAndGet(time -> time.plus(LOCK).plusMillis(1));
    Instant second = won();

    claims.store(key, first, new StoredAnswer(500, "application/json", "", "late"));
    assertThat(claims.claim(key, "hash", LOCK)).isEqualTo(new Claim.InProgress());
    claims.store(key, second, ANSWER);
    claims.store(key, first, new StoredAnswer(500, "application/json", "", "late"));

    assertThat(claims.claim(key, "hash", LOCK)).isEqualTo(new Claim.Answered(ANSWER));
  }

  @Test
  void releasesNothingThatIsSomebodyElses() {
    Instant first = won();
    now.updateAndGet(time -> time.plus(LOCK).plusMillis(1));
    Instant second = won();

    claims.release(key, first);
    assertThat(claims.claim(key, "hash", LOCK)).isEqualTo(new Claim.InProgress());
    claims.store(key, second, ANSWER);
    claims.release(key, second);

    assertThat(claims.claim(key, "hash", LOCK)).isEqualTo(new Claim.Answered(ANSWER));
  }

  @Test
  void forgetsAnAnswerAfterADay() {
    claims.store(key, won(), ANSWER);

    now.updateAndGet(time -> time.plus(Duration.ofHours(24)));
    assertThat(claims.claim(key, "hash", LOCK)).isInstanceOf(Claim.Answered.class);
    now.updateAndGet(time -> time.plusSeconds(1));
    assertThat(claims.claim(key, "hash", LOCK)).isInstanceOf(Claim.Won.class);
  }

  private Instant won() {
    return ((Claim.Won) claims.claim(key, "hash", LOCK)).lockedUntil();
  }
}
