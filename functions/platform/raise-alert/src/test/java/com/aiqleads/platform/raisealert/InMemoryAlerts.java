package com.aiqleads.platform.raisealert;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

@Singleton
@Replaces(DynamoDbAlerts.class)
@Requires(property = "alerts", value = "in-memory")
final class InMemoryAlerts implements Alerts {

  private final Map<String, Alert> alerts = new HashMap<>();

  @Override
  public Optional<Alert> find(String alarm) {
    return Optional.ofNullable(alerts.get(alarm));
  }

  @Override
  public void keep(Alert alert) {
    alerts.merge(
        alert.alarm(),
        alert,
        (before, after) -> before.changedAt().isAfter(after.changedAt()) ? before : after);
  }
}
