package com.aiqleads.local.host;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/// What somebody at this computer may ask of a running cloud.
record Calls(Running running) {

  void send(String event, String body) throws IOException {
    String queue = "aiqleads-local-acquisition-parse-sample";
    var message =
        Json.object()
            .put("QueueUrl", running.doors().aws().address() + "/000000000000/" + queue)
            .put("MessageBody", body);
    var attributes = message.putObject("MessageAttributes");
    attributes.putObject("event").put("DataType", "String").put("StringValue", event);
    attributes.putObject("correlationId").put("DataType", "String").put("StringValue", "cor_1");
    aws("AmazonSQS.SendMessage", message);
  }

  JsonNode aws(String target) throws IOException {
    return aws(target, Json.object());
  }

  JsonNode aws(String target, JsonNode request) throws IOException {
    HttpRequest call =
        HttpRequest.newBuilder(URI.create(running.doors().aws().address()))
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=local/20261101/us-east-1/any/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(BodyPublishers.ofByteArray(Json.bytes(request)))
            .build();
    return Json.read(LocalClient.send(call).body());
  }

  JsonNode admin(String path) throws IOException {
    return get(running.doors().admin().address() + path);
  }

  int post(String address) throws IOException {
    return LocalClient.send(
            HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.noBody()).build())
        .statusCode();
  }

  JsonNode get(String address) throws IOException {
    byte[] body = LocalClient.send(HttpRequest.newBuilder(URI.create(address)).build()).body();
    return Json.read(new String(body, StandardCharsets.UTF_8));
  }
}
