package com.aiqleads.acquisition.validatelead;

import com.aiqleads.acquisition.address.FakeCensus;
import com.aiqleads.acquisition.contact.FakeNameServer;
import com.aiqleads.acquisition.contact.FakeNameServer.Said;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.testkit.DynamoService;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
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

/// A month of a market through the function, with the cache in a real DynamoDB, empty at first, and
/// the geocoder and name server of this machine. On the first day the homes on sale are found; on
/// each later day new ones come, as many as keep a market that turns over in a month, and a few of
/// a hundred listings change: then the whole page comes again.
public final class ValidateBench {

  private static final int HOMES = 2_000;
  private static final int DAYS = 30;
  private static final double CHANGED_A_DAY = 0.03;
  private static final double LEAST_HIT_RATE = 80;
  private static final int BATCH = 10;
  private static final int CHECKED = 4_000;
  private static final String TABLE = "aiqleads-test-acquisition-validation-cache";
  private static final String RESOLVE = "aiqleads-test-acquisition-resolve-lead";
  private static final Said MAIL = Said.mail("mx.example");

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context;
  private final ValidateLeadHandler function;
  private final TestEvents events;
  private int sequence;

  private ValidateBench(FakeCensus census, FakeNameServer names, DynamoDbClient dynamo) {
    context =
        TestFunction.start(
            "acquisition",
            "validate-lead",
            queues,
            Map.of(
                "aiqleads.routes",
                "LeadValidated=acquisition-resolve-lead;LeadRejected=acquisition-keep-refusals",
                "aiqleads.geocoder",
                "census",
                "aiqleads.geocoder-url",
                census.address().toString(),
                "aiqleads.mail-domains",
                "dns",
                "aiqleads.name-server",
                names.address()),
            dynamo,
            new Fixed());
    function = new ValidateLeadHandler(context);
    events = new TestEvents(context.getBean(io.micronaut.serde.ObjectMapper.class));
  }

  public static void main(String[] arguments) throws IOException {
    List<List<ListingParsed>> pages = SandboxMarket.pages(HOMES);
    try (FakeCensus census = FakeCensus.start().knowsAll();
        FakeNameServer names = FakeNameServer.start(domains());
        DynamoDbClient dynamo = dynamo(new DynamoService().endpoint())) {
      new ValidateBench(census, names, dynamo).run(pages);
    }
    System.exit(0);
  }

  private static Map<String, Said> domains() {
    return Map.of(
        "postbox.example", MAIL,
        "letterbox.example", MAIL,
        "mailroom.example", MAIL,
        "homemail.example", MAIL);
  }

  private void run(List<List<ListingParsed>> pages) throws IOException {
    long start = System.nanoTime();
    Random random = new Random(1);
    Collections.shuffle(pages, random);
    int validated = 0;
    int shown = 0;
    for (int day = 0; day < DAYS; day++) {
      List<List<ListingParsed>> again =
          pages.subList(0, shown).stream()
              .filter(page -> page.stream().anyMatch(_ -> random.nextDouble() < CHANGED_A_DAY))
              .toList();
      int onSale = pages.size() * (DAYS + day + 1) / (2 * DAYS);
      validated += validated(again);
      validated += validated(pages.subList(shown, onSale));
      shown = onSale;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double rate = hitRate("geocode", "mail-domain");

    print("validated: %d%n", validated);
    print("validate: %.0f /s%n", validated / seconds);
    print("cache-hit-rate-geocode: %.1f %%%n", hitRate("geocode"));
    print("cache-hit-rate-mail-domain: %.1f %%%n", hitRate("mail-domain"));
    print("cache-failures: %.0f%n", count("geocode", "failed") + count("mail-domain", "failed"));
    print("schema-validation: %.3f ms%n", schemaMillis());
    print("cache-hit-rate: %.1f %%%n", rate);
    if (rate < LEAST_HIT_RATE) {
      throw new IllegalStateException("the cache knows too little");
    }
  }

  private static void print(String line, Object figure) {
    System.out.printf(Locale.ROOT, line, figure);
  }

  private int validated(List<List<ListingParsed>> pages) {
    List<ListingParsed> listings = pages.stream().flatMap(List::stream).toList();
    for (int from = 0; from < listings.size(); from += BATCH) {
      List<SQSMessage> batch = new ArrayList<>();
      for (ListingParsed listing :
          listings.subList(from, Math.min(listings.size(), from + BATCH))) {
        batch.add(events.message("bench-" + sequence++, listing));
      }
      boolean failed =
          !function
              .handleRequest(
                  TestEvents.batch(batch.toArray(SQSMessage[]::new)),
                  new FakeInvocation(Duration.ofSeconds(30)))
              .getBatchItemFailures()
              .isEmpty();
      if (failed) {
        throw new IllegalStateException("a lead was lost");
      }
    }
    return listings.size();
  }

  /// Mean time to hold one LeadValidated, as it was sent, against its schema; the first half warms
  /// up.
  private double schemaMillis() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                SchemaLocation.of(
                    "classpath:com/aiqleads/events/acquisition/LeadValidated/v1.schema.json"),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    ObjectMapper json = new ObjectMapper();
    List<String> sent = queues.bodiesSentTo(RESOLVE);
    int checked = Math.min(CHECKED, sent.size());
    long start = 0;
    for (int index = 0; index < checked; index++) {
      start = index == checked / 2 ? System.nanoTime() : start;
      JsonNode event = json.readTree(sent.get(index)).path("data");
      if (!schema.validate(event).isEmpty()) {
        throw new IllegalStateException("not of its schema: " + schema.validate(event));
      }
    }
    return (System.nanoTime() - start) / 1e6 / (checked - checked / 2);
  }

  private double hitRate(String... kinds) {
    double hits = 0;
    double misses = 0;
    for (String kind : kinds) {
      hits += count(kind, "hit");
      misses += count(kind, "miss");
    }
    return 100 * hits / (hits + misses);
  }

  private double count(String kind, String outcome) {
    Counter counter =
        context
            .getBean(MeterRegistry.class)
            .find("validation_cache")
            .tags("of", kind, "outcome", outcome)
            .counter();
    return counter == null ? 0 : counter.count();
  }

  private static DynamoDbClient dynamo(URI endpoint) {
    DynamoDbClient client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    AttributeDefinition question =
        AttributeDefinition.builder()
            .attributeName("question")
            .attributeType(ScalarAttributeType.S)
            .build();
    KeySchemaElement key =
        KeySchemaElement.builder().attributeName("question").keyType(KeyType.HASH).build();
    client.createTable(
        request ->
            request
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(question)
                .keySchema(key));
    return client;
  }

  /// A key of zeros.
  private static final class Fixed implements Secrets {

    @Override
    public String text(String name) {
      return Base64.getEncoder().encodeToString(new byte[32]);
    }

    @Override
    public String fresh(String name) {
      return text(name);
    }
  }
}
