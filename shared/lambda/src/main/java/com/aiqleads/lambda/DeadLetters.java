package com.aiqleads.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/// Puts what will never succeed aside at once, with the reason: five repeats would teach nothing.
@Singleton
public final class DeadLetters {

  private static final int MAX_REASON_LENGTH = 500;

  private final BeanProvider<SqsClient> sqs;
  private final Queues queues;
  private final Names names;
  private final FunctionIdentity function;

  DeadLetters(BeanProvider<SqsClient> sqs, Queues queues, Names names, FunctionIdentity function) {
    this.sqs = sqs;
    this.queues = queues;
    this.names = names;
    this.function = function;
  }

  public void put(SQSMessage message, String reason) {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    keep(message, attributes, Attributes.EVENT);
    keep(message, attributes, Attributes.CORRELATION_ID);
    keep(message, attributes, Attributes.TRACE_PARENT);
    attributes.put(
        Attributes.REASON, Attributes.text(LogLine.shortened(reason, MAX_REASON_LENGTH)));
    String queue = names.deadLetters(function.id());
    Optional<String> group = OrderedQueue.groupOf(message);
    SendMessageRequest.Builder call =
        SendMessageRequest.builder()
            .queueUrl(queues.url(group.isPresent() ? OrderedQueue.named(queue) : queue))
            .messageBody(message.getBody())
            .messageAttributes(attributes);
    group.ifPresent(it -> call.messageGroupId(it).messageDeduplicationId(message.getMessageId()));
    sqs.get().sendMessage(call.build());
  }

  private static void keep(
      SQSMessage message, Map<String, MessageAttributeValue> attributes, String name) {
    Attributes.of(message, name).ifPresent(value -> attributes.put(name, Attributes.text(value)));
  }
}
