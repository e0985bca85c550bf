package com.aiqleads.local.host.queue;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.LocalClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The queue service, spoken to in its JSON protocol.
public final class Queues {

  public static final int MAX_BATCH = 10;
  private static final Duration ANSWER_MARGIN = Duration.ofSeconds(10);

  private final URI endpoint;

  public Queues(URI endpoint) {
    this.endpoint = endpoint;
  }

  public URI endpoint() {
    return endpoint;
  }

  public static String arn(String queue) {
    return "arn:aws:sqs:us-east-1:000000000000:" + queue;
  }

  public String url(String queue) {
    return endpoint + "/000000000000/" + queue;
  }

  public void create(String queue, Map<String, String> attributes) throws IOException {
    ObjectNode request = Json.object().put("QueueName", queue);
    ObjectNode values = request.putObject("Attributes");
    attributes.forEach(values::put);
    call("CreateQueue", request);
  }

  public void setAttributes(String queue, Map<String, String> attributes) throws IOException {
    ObjectNode request = about(queue);
    ObjectNode values = request.putObject("Attributes");
    attributes.forEach(values::put);
    call("SetQueueAttributes", request);
  }

  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode url : call("ListQueues", Json.object()).path("QueueUrls")) {
      names.add(url.asText().substring(url.asText().lastIndexOf('/') + 1));
    }
    return names;
  }

  public List<Message> receive(String queue, int max, Duration wait) throws IOException {
    return receive(receiving(queue, max).put("WaitTimeSeconds", wait.toSeconds()), wait);
  }

  public List<Message> receive(String queue, int max, Duration wait, Duration visibility)
      throws IOException {
    ObjectNode request =
        receiving(queue, max)
            .put("WaitTimeSeconds", wait.toSeconds())
            .put("VisibilityTimeout", visibility.toSeconds());
    return receive(request, wait);
  }

  private ObjectNode receiving(String queue, int max) {
    ObjectNode request = about(queue).put("MaxNumberOfMessages", Math.min(max, MAX_BATCH));
    request.putArray("AttributeNames").add("All");
    request.putArray("MessageAttributeNames").add("All");
    return request;
  }

  private List<Message> receive(ObjectNode request, Duration wait) throws IOException {
    List<Message> messages = new ArrayList<>();
    for (JsonNode message : call("ReceiveMessage", request, wait).path("Messages")) {
      messages.add(new Message(message));
    }
    return messages;
  }

  public void send(String queue, String body) throws IOException {
    call("SendMessage", about(queue).put("MessageBody", body));
  }

  /// Deletes any number of messages, ten a call.
  public void delete(String queue, List<Message> messages) throws IOException {
    for (int from = 0; from < messages.size(); from += MAX_BATCH) {
      ObjectNode request = about(queue);
      ArrayNode entries = request.putArray("Entries");
      for (Message message : messages.subList(from, Math.min(from + MAX_BATCH, messages.size()))) {
        entries.addObject().put("Id", "m" + entries.size()).put("ReceiptHandle", message.receipt());
      }
      call("DeleteMessageBatch", request);
    }
  }

  public void makeVisible(String queue, List<Message> messages) throws IOException {
    for (Message message : messages) {
      call(
          "ChangeMessageVisibility",
          about(queue).put("ReceiptHandle", message.receipt()).put("VisibilityTimeout", 0));
    }
  }

  public Counts counts(String queue) throws IOException {
    ObjectNode request = about(queue);
    request
        .putArray("AttributeNames")
        .add("ApproximateNumberOfMessages")
        .add("ApproximateNumberOfMessagesNotVisible")
        .add("ApproximateNumberOfMessagesDelayed");
    JsonNode values = call("GetQueueAttributes", request).path("Attributes");
    return new Counts(
        values.path("ApproximateNumberOfMessages").asLong(),
        values.path("ApproximateNumberOfMessagesNotVisible").asLong(),
        values.path("ApproximateNumberOfMessagesDelayed").asLong());
  }

  /// Starts to move everything in a dead-letter queue back to where it came from.
  public void redrive(String deadLetters, String destination) throws IOException {
    call(
        "StartMessageMoveTask",
        Json.object().put("SourceArn", arn(deadLetters)).put("DestinationArn", arn(destination)));
  }

  private ObjectNode about(String queue) {
    return Json.object().put("QueueUrl", url(queue));
  }

  private JsonNode call(String action, ObjectNode request) throws IOException {
    return call(action, request, Duration.ZERO);
  }

  private JsonNode call(String action, ObjectNode request, Duration wait) throws IOException {
    HttpRequest post =
        HttpRequest.newBuilder(endpoint)
            .timeout(wait.plus(ANSWER_MARGIN))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "AmazonSQS." + action)
            .POST(BodyPublishers.ofByteArray(Json.bytes(request)))
            .build();
    HttpResponse<byte[]> answer = LocalClient.send(post);
    if (answer.statusCode() != 200) {
      throw new IOException(
          "%s answered %d: %s"
              .formatted(
                  action, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
    }
    return answer.body().length == 0 ? Json.object() : Json.read(answer.body());
  }

  /// How many messages wait, are with a consumer, and are not due yet.
  public record Counts(long visible, long inFlight, long delayed) {
    public long all() {
      return visible + inFlight + delayed;
    }
  }
}
