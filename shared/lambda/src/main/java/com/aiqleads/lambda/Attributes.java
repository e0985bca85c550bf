package com.aiqleads.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// What stands beside a message's body.
final class Attributes {

  static final String EVENT = "event";
  static final String CORRELATION_ID = "correlationId";
  static final String TRACE_PARENT = "traceparent";
  static final String REASON = "reason";

  private static final String TEXT = "String";

  private Attributes() {}

  static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType(TEXT).stringValue(value).build();
  }

  static Optional<String> of(SQSMessage message, String name) {
    return Optional.ofNullable(message.getMessageAttributes())
        .map(attributes -> attributes.get(name))
        .map(MessageAttribute::getStringValue);
  }
}
