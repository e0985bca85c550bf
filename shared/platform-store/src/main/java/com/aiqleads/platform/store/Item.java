package com.aiqleads.platform.store;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What DynamoDB gave back, read by attributes that must be there.
record Item(Map<String, AttributeValue> attributes) {

  String text(String name) {
    return attribute(name).s();
  }

  long number(String name) {
    return Long.parseLong(attribute(name).n());
  }

  /// Milliseconds since the epoch.
  Instant instant(String name) {
    return Instant.ofEpochMilli(number(name));
  }

  boolean isTrue(String name) {
    return attribute(name).bool();
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  private AttributeValue attribute(String name) {
    return Objects.requireNonNull(attributes.get(name), () -> "no attribute " + name);
  }
}
