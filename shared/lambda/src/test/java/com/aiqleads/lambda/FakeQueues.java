package com.aiqleads.lambda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/// SQS in memory: remembers what was sent, and fails when told to.
public final class FakeQueues implements SqsClient {

  private static final String URL = "http://queues/";

  private final Map<String, List<SendMessageBatchRequestEntry>> sent = new ConcurrentHashMap<>();
  private final Set<String> down = new HashSet<>();
  private final List<Integer> callSizes = new ArrayList<>();
  private Predicate<String> refused = body -> false;

  /// From now on the queue does not answer.
  public void goDown(String queue) {
    down.add(queue);
  }

  public void comeBack() {
    down.clear();
    refused = body -> false;
  }

  /// From now on messages whose body matches are refused, each by itself.
  public void refuse(Predicate<String> body) {
    refused = body;
  }

  public synchronized List<SendMessageBatchRequestEntry> sentTo(String queue) {
    return List.copyOf(sent.getOrDefault(queue, List.of()));
  }

  public synchronized List<String> bodiesSentTo(String queue) {
    return sentTo(queue).stream().map(SendMessageBatchRequestEntry::messageBody).toList();
  }

  /// How many messages each call brought.
  public synchronized List<Integer> callSizes() {
    return List.copyOf(callSizes);
  }

  public synchronized void clear() {
    sent.clear();
    callSizes.clear();
  }

  @Override
  public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
    return GetQueueUrlResponse.builder().queueUrl(URL + request.queueName()).build();
  }

  @Override
  public synchronized SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    failIfDown(request.queueUrl());
    callSizes.add(request.entries().size());
    List<BatchResultErrorEntry> failed = new ArrayList<>();
    for (SendMessageBatchRequestEntry entry : request.entries()) {
      if (refused.test(entry.messageBody())) {
        failed.add(BatchResultErrorEntry.builder().id(entry.id()).code("Refused").build());
      } else {
        keep(request.queueUrl(), entry);
      }
    }
    return SendMessageBatchResponse.builder().failed(failed).build();
  }

  @Override
  public synchronized SendMessageResponse sendMessage(SendMessageRequest request) {
    failIfDown(request.queueUrl());
    keep(
        request.queueUrl(),
        SendMessageBatchRequestEntry.builder()
            .messageBody(request.messageBody())
            .messageAttributes(request.messageAttributes())
            .messageGroupId(request.messageGroupId())
            .messageDeduplicationId(request.messageDeduplicationId())
            .build());
    return SendMessageResponse.builder().messageId("1").build();
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {
    sent.clear();
  }

  /// Event ids in the order of their sending, as they stand in the bodies.
  public List<String> eventIdsSentTo(String queue) {
    return bodiesSentTo(queue).stream().map(FakeQueues::eventId).toList();
  }

  /// What stands beside a message's body; empty if it does not stand there.
  public static String attribute(SendMessageBatchRequestEntry message, String name) {
    MessageAttributeValue value = message.messageAttributes().get(name);
    return value == null ? "" : value.stringValue();
  }

  private static String eventId(String body) {
    int start = body.indexOf("evt_");
    return body.substring(start, body.indexOf('"', start));
  }

  private void keep(String queueUrl, SendMessageBatchRequestEntry entry) {
    sent.computeIfAbsent(name(queueUrl), _ -> new ArrayList<>()).add(entry);
  }

  private void failIfDown(String queueUrl) {
    if (down.contains(name(queueUrl))) {
      throw SdkClientException.create("the queue does not answer");
    }
  }

  private static String name(String queueUrl) {
    return queueUrl.substring(URL.length());
  }
}
