package com.aiqleads.local.host;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalClient;
import com.aiqleads.manifest.ContextManifest;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// Makes tables in DynamoDB Local.
final class Tables {

  /// DynamoDB Local wants a signature and does not look at it.
  private static final String SIGNATURE =
      "AWS4-HMAC-SHA256 Credential=local/20261101/us-east-1/dynamodb/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private final URI endpoint;

  Tables(URI endpoint) {
    this.endpoint = endpoint;
  }

  void provide(String name, ContextManifest.Table table) throws IOException {
    HttpResponse<byte[]> created = call("CreateTable", creation(name, table));
    String answer = new String(created.body(), StandardCharsets.UTF_8);
    if (created.statusCode() != 200 && !answer.contains("ResourceInUseException")) {
      throw new IOException("table %s: %s".formatted(name, answer));
    }
    if (created.statusCode() == 200 && table.ttl() != null) {
      expire(name, table.ttl());
    }
  }

  private static ObjectNode creation(String name, ContextManifest.Table table) {
    ObjectNode request = Json.object().put("TableName", name).put("BillingMode", "PAY_PER_REQUEST");
    ArrayNode attributes = request.putArray("AttributeDefinitions");
    ArrayNode keys = request.putArray("KeySchema");
    key(table.key(), "HASH", attributes, keys);
    if (table.sort() != null) {
      key(table.sort(), "RANGE", attributes, keys);
    }
    return request;
  }

  private static void key(String name, String type, ArrayNode attributes, ArrayNode keys) {
    attributes.addObject().put("AttributeName", name).put("AttributeType", "S");
    keys.addObject().put("AttributeName", name).put("KeyType", type);
  }

  private void expire(String name, String attribute) throws IOException {
    ObjectNode request = Json.object().put("TableName", name);
    request
        .putObject("TimeToLiveSpecification")
        .put("AttributeName", attribute)
        .put("Enabled", true);
    call("UpdateTimeToLive", request);
  }

  private HttpResponse<byte[]> call(String action, ObjectNode request) throws IOException {
    return LocalClient.send(
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "DynamoDB_20120810." + action)
            .header("Authorization", SIGNATURE)
            .POST(BodyPublishers.ofByteArray(Json.bytes(request)))
            .build());
  }
}
