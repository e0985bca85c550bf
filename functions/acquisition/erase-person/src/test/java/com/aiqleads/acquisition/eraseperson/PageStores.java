package com.aiqleads.acquisition.eraseperson;

import com.aiqleads.lambda.WithoutExpectation;
import com.aiqleads.testkit.DynamoService;
import com.aiqleads.testkit.ObjectService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

/// Where pages, their states and what was asked about them are kept, besides the database.
final class PageStores {

  private static final String BUCKET = "aiqleads-test-acquisition-pages";
  private static final String STATES = "aiqleads-test-acquisition-page-states";
  private static final String WATCHES = "aiqleads-test-acquisition-watches";
  private static final String ANSWERS = "aiqleads-test-acquisition-validation-cache";

  private final S3Client s3;
  private final DynamoDbClient dynamo;

  PageStores(ObjectService objects, DynamoService tables) {
    this.s3 = s3(objects);
    this.dynamo = dynamo(tables);
  }

  /// No page, and the tables that a function expects.
  void empty() {
    if (s3.listBuckets().buckets().stream().noneMatch(one -> one.name().equals(BUCKET))) {
      s3.createBucket(request -> request.bucket(BUCKET));
      table(STATES, "target", "address");
      table(ANSWERS, "question");
      table(WATCHES, "scope", "entry");
    }
    keys().forEach(key -> s3.deleteObject(delete -> delete.bucket(BUCKET).key(key)));
  }

  S3Client s3() {
    return s3;
  }

  DynamoDbClient dynamo() {
    return dynamo;
  }

  /// Zipped, as all pages are kept.
  void put(String key, String text) {
    byte[] bytes = zipped(text);
    s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
  }

  List<String> keys() {
    return s3.listObjectsV2(request -> request.bucket(BUCKET)).contents().stream()
        .map(one -> one.key())
        .toList();
  }

  String text(String key) {
    byte[] bytes = s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asByteArray();
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void putState(String target, String address) {
    dynamo.putItem(
        request ->
            request
                .tableName(STATES)
                .item(
                    Map.of(
                        "target",
                        AttributeValue.fromS(target),
                        "address",
                        AttributeValue.fromS(address))));
  }

  List<String> states() {
    return items(STATES);
  }

  List<String> answers() {
    return items(ANSWERS);
  }

  private List<String> items(String table) {
    return dynamo.scanPaginator(request -> request.tableName(table)).items().stream()
        .map(Object::toString)
        .toList();
  }

  private static byte[] zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static S3Client s3(ObjectService objects) {
    return S3Client.builder()
        .endpointOverride(objects.endpoint())
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            settings -> settings.addExecutionInterceptor(new WithoutExpectation()))
        .build();
  }

  private static DynamoDbClient dynamo(DynamoService tables) {
    return DynamoDbClient.builder()
        .endpointOverride(tables.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  }

  private void table(String name, String... keys) {
    List<AttributeDefinition> attributes = new ArrayList<>();
    List<KeySchemaElement> schema = new ArrayList<>();
    for (String key : keys) {
      attributes.add(
          AttributeDefinition.builder()
              .attributeName(key)
              .attributeType(ScalarAttributeType.S)
              .build());
      schema.add(
          KeySchemaElement.builder()
              .attributeName(key)
              .keyType(schema.isEmpty() ? KeyType.HASH : KeyType.RANGE)
              .build());
    }
    dynamo.createTable(
        request ->
            request
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes)
                .keySchema(schema));
  }
}
