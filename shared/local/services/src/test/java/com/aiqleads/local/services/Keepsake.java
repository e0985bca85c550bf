package com.aiqleads.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.util.Map;

/// Something that a service is given and must still have later, told in the service's own protocol.
interface Keepsake {
  void give() throws Exception;

  /// What the service answers when asked for it.
  String ask() throws Exception;

  static Keepsake of(Service service, LocalServices services) {
    return switch (service) {
      case POSTGRES -> new Row(services.postgres());
      case DYNAMODB -> new Item(services.dynamodb());
      case ELASTICMQ -> new Message(services.queues());
      case S3 -> new StoredObject(services.objects());
      case OPENSEARCH -> new Document(services.search());
    };
  }

  /// A row in a table.
  record Row(PostgresAddress address) implements Keepsake {
    @Override
    public void give() throws Exception {
      try (var connection = connect();
          var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE keepsake AS SELECT 'kept' AS text");
      }
    }

    @Override
    public String ask() throws Exception {
      try (var connection = connect();
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT text FROM keepsake")) {
        rows.next();
        return rows.getString(1);
      }
    }

    private java.sql.Connection connect() throws Exception {
      return DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
    }
  }

  /// An item in a table.
  record Item(URI endpoint) implements Keepsake {
    @Override
    public void give() throws Exception {
      call(
          "CreateTable",
          """
          {"TableName": "keepsakes", "BillingMode": "PAY_PER_REQUEST",
           "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
           "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]}
          """);
      call(
          "PutItem",
          """
          {"TableName": "keepsakes", "Item": {"id": {"S": "1"}, "text": {"S": "kept"}}}
          """);
    }

    @Override
    public String ask() throws Exception {
      return call("GetItem", "{\"TableName\": \"keepsakes\", \"Key\": {\"id\": {\"S\": \"1\"}}}");
    }

    private String call(String action, String body) throws Exception {
      return Http.call(
          endpoint,
          "POST",
          body,
          Map.of(
              "content-type",
              "application/x-amz-json-1.0",
              "x-amz-target",
              "DynamoDB_20120810." + action,
              "authorization",
              "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
                  + " SignedHeaders=host, Signature=0"));
    }
  }

  /// A message in a queue with a dead-letter queue; looking at it leaves it there.
  record Message(URI endpoint) implements Keepsake {
    @Override
    public void give() throws Exception {
      call("CreateQueue", "{\"QueueName\": \"dead\"}");
      call(
          "CreateQueue",
          """
          {"QueueName": "keepsakes", "Attributes": {"VisibilityTimeout": "77", "RedrivePolicy":
           "{\\"deadLetterTargetArn\\":\\"arn:aws:sqs:us-east-1:000000000000:dead\\",\\"maxReceiveCount\\":5}"}}
          """);
      call("SendMessage", "{%s, \"MessageBody\": \"kept\"}".formatted(queue()));
    }

    @Override
    public String ask() throws Exception {
      var attributes =
          call("GetQueueAttributes", "{%s, \"AttributeNames\": [\"All\"]}".formatted(queue()));
      assertThat(attributes).contains("\"77\"").contains("maxReceiveCount").contains(":dead");
      return call(
          "ReceiveMessage",
          "{%s, \"VisibilityTimeout\": 0, \"WaitTimeSeconds\": 20}".formatted(queue()));
    }

    private String queue() {
      return "\"QueueUrl\": \"%s/000000000000/keepsakes\"".formatted(endpoint);
    }

    private String call(String action, String body) throws Exception {
      return Http.call(
          endpoint,
          "POST",
          body,
          Map.of(
              "content-type", "application/x-amz-json-1.0", "x-amz-target", "AmazonSQS." + action));
    }
  }

  /// An object in a bucket.
  record StoredObject(URI endpoint) implements Keepsake {
    @Override
    public void give() throws Exception {
      Http.call(endpoint.resolve("/keepsakes"), "PUT", "", Map.of());
      Http.call(endpoint.resolve("/keepsakes/one/two.txt"), "PUT", "kept", Map.of());
    }

    @Override
    public String ask() throws Exception {
      return Http.call(endpoint.resolve("/keepsakes/one/two.txt"), "GET", "", Map.of());
    }
  }

  /// A document with a vector, found by the nearest neighbour.
  record Document(URI endpoint) implements Keepsake {
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    @Override
    public void give() throws Exception {
      Http.call(
          endpoint.resolve("/keepsakes"),
          "PUT",
          """
          {"settings": {"index": {"knn": true, "number_of_replicas": 0}},
           "mappings": {"properties": {"vector": {"type": "knn_vector", "dimension": 2,
             "method": {"name": "hnsw", "engine": "lucene", "space_type": "l2"}}}}}
          """,
          JSON);
      Http.call(
          endpoint.resolve("/keepsakes/_doc/1?refresh=true"),
          "PUT",
          "{\"vector\": [1, 2], \"text\": \"kept\"}",
          JSON);
    }

    @Override
    public String ask() throws Exception {
      return Http.call(
          endpoint.resolve("/keepsakes/_search"),
          "POST",
          "{\"query\": {\"knn\": {\"vector\": {\"vector\": [1, 1], \"k\": 1}}}}",
          JSON);
    }
  }

  /// Plain HTTP, where any refusal is a failed test.
  final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    static String call(URI uri, String method, String body, Map<String, String> headers)
        throws Exception {
      var request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body));
      headers.forEach(request::header);
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
      return response.body();
    }
  }
}
