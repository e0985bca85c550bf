package com.aiqleads.platform.checkhealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.DatabaseSecret;
import com.aiqleads.lambda.database.DatabaseSecrets;
import com.aiqleads.testkit.DynamoService;
import com.aiqleads.testkit.ObjectService;
import com.aiqleads.testkit.PostgresService;
import com.aiqleads.testkit.QueueService;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Each check against the real service, against one that fails, and against nobody.
class DeployedStoresTest {

  @RegisterExtension static final DynamoService DYNAMO = new DynamoService();
  @RegisterExtension static final ObjectService OBJECTS = new ObjectService();
  @RegisterExtension static final QueueService QUEUES = new QueueService();
  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  private static final Names NAMES = new Names("stores", "platform");
  private static final URI NOBODY = URI.create("http://127.0.0.1:1");

  private final HttpServer server = server();
  private final List<ApplicationContext> contexts = new ArrayList<>();
  private String answer = "";
  private int status = 200;

  private HttpServer server() {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.createContext(
          "/",
          exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      made.start();
      return made;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    server.stop(0);
    contexts.forEach(ApplicationContext::close);
  }

  @Test
  void reachesWhatIsThere() {
    makeWhatItsRoleMayRead();
    Stores stores =
        stores(DYNAMO.endpoint(), OBJECTS.endpoint(), QUEUES.endpoint(), POSTGRES.port());

    assertThat(ask(stores, "postgresql")).isEqualTo("0 events wait to be sent");
    for (String store : List.of("dynamodb", "s3", "sqs")) {
      assertThat(ask(stores, store)).as(store).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "s3"})
  void missesATableOrAnObjectThatIsGone(String store) {
    Stores stores =
        stores(
            new Names("gone", "platform"),
            DYNAMO.endpoint(),
            OBJECTS.endpoint(),
            QUEUES.endpoint(),
            POSTGRES.port());

    assertThatThrownBy(() -> ask(stores, store)).isInstanceOf(AwsServiceException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "s3"})
  void missesWhatItMayNotRead(String store) {
    status = 403;
    answer = refusal("AccessDeniedException");

    assertThatThrownBy(() -> ask(stores(here(), here(), here(), 1), store))
        .isInstanceOf(AwsServiceException.class);
  }

  @Test
  void takesAWordAboutAQueueItMayNotSeeForAnAnswer() {
    Stores stores = stores(here(), here(), here(), 1);

    status = 403;
    answer = refusal("AccessDeniedException");
    assertThat(ask(stores, "sqs")).isEmpty();
    answer = refusal("RequestThrottled");
    assertThatThrownBy(() -> ask(stores, "sqs")).isInstanceOf(AwsServiceException.class);
    status = 400;
    answer = refusal("InvalidAddress");
    assertThatThrownBy(() -> ask(stores, "sqs")).isInstanceOf(AwsServiceException.class);
  }

  private static String refusal(String code) {
    return "{\"__type\":\"%s\",\"message\":\"no\"}".formatted(code);
  }

  private static void makeWhatItsRoleMayRead() {
    S3Client s3 = client(S3Client.builder().forcePathStyle(true), OBJECTS.endpoint());
    s3.createBucket(call -> call.bucket(NAMES.bucket("issuer")));
    s3.putObject(
        call -> call.bucket(NAMES.bucket("issuer")).key(".well-known/jwks.json"),
        RequestBody.fromString("{}"));
    client(DynamoDbClient.builder(), DYNAMO.endpoint())
        .createTable(
            call ->
                call.tableName(NAMES.table("idempotency-claims"))
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build())
                    .billingMode(BillingMode.PAY_PER_REQUEST));
  }

  @Test
  void readsOnlyTypesOfTheClient() {
    TypesOnly types = new TypesOnly();

    assertThatThrownBy(() -> types.getDefaultDeserializer(String.class))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(
            () -> types.serialize("a", types.jsonProvider().createGenerator(new StringWriter())))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "dynamodb", "s3", "sqs", "opensearch"})
  void failsWhereNobodyAnswers(String store) {
    Stores stores = stores(NOBODY, NOBODY, NOBODY, 1);

    assertThatThrownBy(() -> ask(stores, store)).isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "s3", "sqs", "opensearch"})
  void failsWhereTheServiceIsBroken(String store) {
    status = 500;
    Stores stores = stores(here(), here(), here(), 1);

    assertThatThrownBy(() -> ask(stores, store)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void takesTheClustersOwnWord() {
    assertThat(search("green")).isEqualTo("green");
    assertThat(search("yellow")).isEqualTo("yellow");
    assertThatThrownBy(() -> search("red")).hasMessageContaining("red");
  }

  private String search(String color) {
    answer =
        """
        {"cluster_name":"leads","status":"%s","timed_out":false,"number_of_nodes":1,
         "number_of_data_nodes":1,"discovered_master":true,"discovered_cluster_manager":true,
         "active_primary_shards":3,"active_shards":3,"relocating_shards":0,
         "initializing_shards":0,"unassigned_shards":1,"delayed_unassigned_shards":0,
         "number_of_pending_tasks":0,"number_of_in_flight_fetch":0,
         "task_max_waiting_in_queue_millis":0,"active_shards_percent_as_number":75.0}
        """
            .formatted(color);
    return new SearchCluster(here().toString(), CREDENTIALS).check();
  }

  /// The repository as Micronaut Data makes it.
  private DecidedEvents events(int databasePort) {
    ApplicationContext context =
        TestFunction.start(
            "platform",
            "check-health",
            new FakeQueues(),
            Map.of("database.port", databasePort, "database.name", POSTGRES.databaseName()));
    contexts.add(context);
    return context.getBean(DecidedEvents.class);
  }

  /// How the role of platform signs in to the test's own server.
  @Primary
  @Singleton
  @Requires(property = "database.port")
  record ServerOfTheTest(
      @Property(name = "database.port") int port, @Property(name = "database.name") String name)
      implements DatabaseSecrets {

    @Override
    public DatabaseSecret current() {
      return new DatabaseSecret("127.0.0.1", port, name, "platform", POSTGRES.password());
    }

    @Override
    public DatabaseSecret fresh() {
      return current();
    }
  }

  private URI here() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private Stores stores(URI dynamoDb, URI objects, URI queues, int databasePort) {
    return stores(NAMES, dynamoDb, objects, queues, databasePort);
  }

  private Stores stores(Names names, URI dynamoDb, URI objects, URI queues, int databasePort) {
    return new DeployedStores(
        events(databasePort),
        client(DynamoDbClient.builder(), dynamoDb),
        client(S3Client.builder().forcePathStyle(true), objects),
        client(SqsClient.builder(), queues),
        new SearchCluster((objects.equals(here()) ? here() : NOBODY).toString(), CREDENTIALS),
        names);
  }

  private static String ask(Stores stores, String name) {
    return stores.all().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow()
        .question()
        .ask();
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS)
        .overrideConfiguration(settings -> settings.retryStrategy(RetryMode.STANDARD))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
