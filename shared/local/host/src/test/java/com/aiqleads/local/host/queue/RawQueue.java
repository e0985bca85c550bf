package com.aiqleads.local.host.queue;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/// Sends messages as producers do.
public record RawQueue(URI endpoint) {

  void send(String queue, String body, String group) throws IOException {
    send(message(queue, body).put("MessageGroupId", group));
  }

  public void sendWithAttributes(String queue, String body) throws IOException {
    ObjectNode message = message(queue, body);
    ObjectNode attributes = message.putObject("MessageAttributes");
    attributes.putObject("event").put("DataType", "String").put("StringValue", "LeadScored");
    attributes.putObject("correlationId").put("DataType", "String").put("StringValue", "cor_1");
    attributes.putObject("bytes").put("DataType", "Binary").put("BinaryValue", "AQI=");
    send(message);
  }

  void sendTen(String queue, String body) throws IOException {
    ObjectNode batch = Json.object().put("QueueUrl", endpoint + "/000000000000/" + queue);
    for (int id = 0; id < Queues.MAX_BATCH; id++) {
      batch.withArray("Entries").addObject().put("Id", "m" + id).put("MessageBody", body);
    }
    call("SendMessageBatch", batch);
  }

  private ObjectNode message(String queue, String body) {
    return Json.object()
        .put("QueueUrl", endpoint + "/000000000000/" + queue)
        .put("MessageBody", body);
  }

  private void send(ObjectNode message) throws IOException {
    call("SendMessage", message);
  }

  private void call(String action, ObjectNode request) throws IOException {
    var answer =
        LocalClient.send(
            HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + action)
                .POST(BodyPublishers.ofByteArray(Json.bytes(request)))
                .build());
    if (answer.statusCode() != 200) {
      throw new IOException("not sent: " + answer.statusCode());
    }
  }
}
