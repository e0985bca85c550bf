package com.aiqleads.local.host.queue;

import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A received message, as the queue service wrote it.
public record Message(JsonNode json) {

  private static final int RECORD_OVERHEAD_BYTES = 1024;

  public String id() {
    return json.path("MessageId").asText();
  }

  public String receipt() {
    return json.path("ReceiptHandle").asText();
  }

  public String body() {
    return json.path("Body").asText();
  }

  public String attribute(String name) {
    return json.path("MessageAttributes").path(name).path("StringValue").asText("");
  }

  /// The id of the event, read from the start of the envelope without parsing the rest.
  public String eventId() {
    String key = "\"eventId\":\"";
    int at = body().indexOf(key);
    int end = at < 0 ? -1 : body().indexOf('"', at + key.length());
    return end < 0 ? id() : body().substring(at + key.length(), end);
  }

  /// What it will take in the payload of an invocation, about.
  int payloadBytes() {
    return body().getBytes(StandardCharsets.UTF_8).length + RECORD_OVERHEAD_BYTES;
  }

  /// As a record of the event that Lambda gives to a function.
  ObjectNode record(String queueArn) {
    ObjectNode record =
        Json.object().put("messageId", id()).put("receiptHandle", receipt()).put("body", body());
    record.set(
        "attributes", json.path("Attributes").isObject() ? json.get("Attributes") : Json.object());
    ObjectNode attributes = record.putObject("messageAttributes");
    for (Map.Entry<String, JsonNode> entry : json.path("MessageAttributes").properties()) {
      attributes.set(entry.getKey(), attribute(entry.getValue()));
    }
    record.put("md5OfBody", json.path("MD5OfBody").asText());
    if (json.has("MD5OfMessageAttributes")) {
      record.put("md5OfMessageAttributes", json.get("MD5OfMessageAttributes").asText());
    }
    return record
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", queueArn)
        .put("awsRegion", "us-east-1");
  }

  private static ObjectNode attribute(JsonNode value) {
    ObjectNode attribute = Json.object();
    if (value.has("StringValue")) {
      attribute.put("stringValue", value.get("StringValue").asText());
    }
    if (value.has("BinaryValue")) {
      attribute.put("binaryValue", value.get("BinaryValue").asText());
    }
    attribute.putArray("stringListValues");
    attribute.putArray("binaryListValues");
    return attribute.put("dataType", value.path("DataType").asText());
  }
}
