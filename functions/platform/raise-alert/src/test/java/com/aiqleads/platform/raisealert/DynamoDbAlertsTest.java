package com.aiqleads.platform.raisealert;

import static com.aiqleads.platform.raisealert.AlarmFixtures.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.lambda.Names;
import com.aiqleads.testkit.DynamoService;
import java.util.Set;
import java.util.UUID;
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

class DynamoDbAlertsTest {

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();

  private static final Names NAMES =
      new Names("t" + UUID.randomUUID().toString().substring(0, 8), "platform");
  private static final DynamoDbClient CLIENT =
      DynamoDbClient.builder()
          .endpointOverride(DYNAMO.endpoint())
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClient(UrlConnectionHttpClient.create())
          .build();

  private final String alarm = UUID.randomUUID().toString();
  private final DynamoDbAlerts alerts = new DynamoDbAlerts(CLIENT, NAMES);

  @BeforeAll
  static void makeTable() {
    CLIENT.createTable(
        call ->
            call.tableName(NAMES.table("alerts"))
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
  void keepsWhatWasSaidAndWhoWasTold() {
    Alert alert = new Alert(alarm, true, TEN, Set.of(), true);
    assertThat(alerts.find(alarm)).isEmpty();

    alerts.keep(alert);
    assertThat(alerts.find(alarm)).contains(alert);

    alerts.keep(alert.toldTo("slack").toldTo("pagerduty"));
    assertThat(alerts.find(alarm).orElseThrow().told())
        .containsExactlyInAnyOrder("slack", "pagerduty");
  }

  @Test
  void remembersWhatNobodyWasToldOf() {
    Alert over = new Alert(alarm, false, TEN, Set.of(), false);

    alerts.keep(over);

    assertThat(alerts.find(alarm)).contains(over);
  }

  @Test
  void keepsWhatCameLater() {
    Alert later = new Alert(alarm, false, TEN.plusMillis(1), Set.of(), true);
    alerts.keep(later);

    alerts.keep(new Alert(alarm, true, TEN, Set.of("slack"), true));

    assertThat(alerts.find(alarm)).contains(later);
  }
}
