package com.aiqleads.lambda;

import io.micronaut.context.BeanProvider;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/// Sends messages to the queues of the functions that take them, ten to a call.
@Singleton
public final class Queues {

  /// Limits of one call: ten messages, and bytes in all (256 KB, with room for attributes).
  private static final int MAX_MESSAGES = 10;

  private static final int MAX_BYTES = 240 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Queues.class);

  private final Map<String, String> urls = new ConcurrentHashMap<>();
  private final BeanProvider<SqsClient> sqs;
  private final Names names;
  private final ObjectMapper json;

  Queues(BeanProvider<SqsClient> sqs, Names names, ObjectMapper json) {
    this.sqs = sqs;
    this.names = names;
    this.json = json;
  }

  /// Sends each message to each of its targets; gives back what could not be sent, each message
  /// with the targets that still lack it. Never throws for a queue that does not answer.
  public List<Message> send(Collection<Message> messages) {
    Map<Message, List<Target>> unsent = new LinkedHashMap<>();
    byTarget(messages)
        .forEach(
            (target, waiting) ->
                batches(waiting).stream()
                    .flatMap(some -> sendBatch(target, some).stream())
                    .forEach(m -> unsent.computeIfAbsent(m, _ -> new ArrayList<>()).add(target)));
    return unsent.entrySet().stream().map(left -> left.getKey().to(left.getValue())).toList();
  }

  /// Where the queue with that name is.
  String url(String queue) {
    return urls.computeIfAbsent(
        queue, name -> sqs.get().getQueueUrl(call -> call.queueName(name)).queueUrl());
  }

  private static Map<Target, List<Message>> byTarget(Collection<Message> messages) {
    Map<Target, List<Message>> byTarget = new LinkedHashMap<>();
    for (Message message : messages) {
      for (Target target : message.targets()) {
        byTarget.computeIfAbsent(target, _ -> new ArrayList<>()).add(message);
      }
    }
    return byTarget;
  }

  private static List<List<Message>> batches(List<Message> messages) {
    List<List<Message>> batches = new ArrayList<>();
    List<Message> batch = new ArrayList<>();
    int bytes = 0;
    for (Message message : messages) {
      int size = message.body().getBytes(StandardCharsets.UTF_8).length;
      if (batch.size() == MAX_MESSAGES || bytes + size > MAX_BYTES) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(message);
      bytes += size;
    }
    batches.add(batch);
    return batches;
  }

  private List<Message> sendBatch(Target target, List<Message> messages) {
    try {
      String queueUrl = url(names.queue(target.functionId()));
      List<SendMessageBatchRequestEntry> entries =
          IntStream.range(0, messages.size())
              .mapToObj(index -> entry(index, messages.get(index), target))
              .toList();
      SendMessageBatchResponse response =
          sqs.get().sendMessageBatch(call -> call.queueUrl(queueUrl).entries(entries));
      return refused(response.failed(), messages, target);
    } catch (SdkException e) {
      LOG.atWarn().setCause(e).addKeyValue("queue", target.functionId()).log("not sent");
      return messages;
    }
  }

  private static List<Message> refused(
      List<BatchResultErrorEntry> failed, List<Message> messages, Target target) {
    failed.forEach(
        entry ->
            LOG.atWarn()
                .addKeyValue("queue", target.functionId())
                .addKeyValue("eventId", messages.get(Integer.parseInt(entry.id())).eventId())
                .addKeyValue("code", entry.code())
                .log("not sent"));
    return failed.stream().map(entry -> messages.get(Integer.parseInt(entry.id()))).toList();
  }

  private SendMessageBatchRequestEntry entry(int index, Message message, Target target) {
    SendMessageBatchRequestEntry.Builder entry =
        SendMessageBatchRequestEntry.builder()
            .id(Integer.toString(index))
            .messageBody(message.body())
            .messageAttributes(attributes(message));
    target
        .groupField()
        .ifPresent(
            field ->
                entry
                    .messageGroupId(group(message, field))
                    .messageDeduplicationId(message.eventId().text()));
    return entry.build();
  }

  private static Map<String, MessageAttributeValue> attributes(Message message) {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    attributes.put(Attributes.EVENT, Attributes.text(message.event()));
    attributes.put(Attributes.TRACE_PARENT, Attributes.text(message.trace().value()));
    attributes.put(Attributes.CORRELATION_ID, Attributes.text(message.correlationId().text()));
    return attributes;
  }

  private String group(Message message, String field) {
    try {
      JsonNode data = json.readValue(message.body(), JsonNode.class).get("data");
      JsonNode value = data == null ? null : data.get(field);
      return value == null ? message.eventId().text() : value.coerceStringValue();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the group of " + message.eventId(), e);
    }
  }
}
