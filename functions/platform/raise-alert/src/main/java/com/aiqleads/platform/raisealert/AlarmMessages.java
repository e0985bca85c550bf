package com.aiqleads.platform.raisealert;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads what is said of alarms, in each of the forms in which it reaches a function: CloudWatch
/// says it as records of a topic (SNS), whose message is JSON in a text, or as an event of
/// EventBridge; functions of ours as messages of a queue, each with an `AlertRaised`.
@Singleton
final class AlarmMessages {

  /// SNS writes `2026-11-21T10:00:00.000+0000`, which is no ISO zone.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");

  private static final String EVENT = "CloudWatch Alarm State Change";

  private final ObjectMapper json;

  AlarmMessages(ObjectMapper json) {
    this.json = json;
  }

  List<AlarmChange> read(Map<String, Object> input) {
    if (input.get("Records") instanceof List<?> records) {
      return records.stream().map(this::record).toList();
    }
    if (EVENT.equals(input.get("detail-type"))) {
      return List.of(event(map(input, "detail")));
    }
    throw new IllegalArgumentException("neither records of a topic nor a change of an alarm");
  }

  private AlarmChange record(Object record) {
    return map(record).containsKey("body") ? raised(map(record)) : told(record);
  }

  private AlarmChange raised(Map<String, Object> message) {
    Map<String, Object> alert = map(parsed(text(message, "body")), "data");
    return new AlarmChange(
        text(alert, "alarm"),
        Boolean.parseBoolean(text(alert, "ringing")) ? AlarmState.ALARM : AlarmState.OK,
        Severity.named(text(alert, "severity")),
        Instant.parse(text(alert, "changedAt")),
        text(alert, "meaning"),
        text(alert, "reason"));
  }

  private AlarmChange told(Object record) {
    Map<String, Object> message = parsed(text(map(map(record), "Sns"), "Message"));
    return new AlarmChange(
        text(message, "AlarmName"),
        AlarmState.valueOf(text(message, "NewStateValue")),
        time(text(message, "StateChangeTime")),
        textOrEmpty(message, "AlarmDescription"),
        textOrEmpty(message, "NewStateReason"));
  }

  private static AlarmChange event(Map<String, Object> detail) {
    Map<String, Object> state = map(detail, "state");
    return new AlarmChange(
        text(detail, "alarmName"),
        AlarmState.valueOf(text(state, "value")),
        time(text(state, "timestamp")),
        textOrEmpty(map(detail, "configuration"), "description"),
        textOrEmpty(state, "reason"));
  }

  private Map<String, Object> parsed(String message) {
    try {
      return json.readValue(message, Argument.mapOf(String.class, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException("the message of a topic or a queue is no JSON", e);
    }
  }

  private static Instant time(String text) {
    return OffsetDateTime.parse(text, TIME).toInstant();
  }

  private static String text(Map<String, Object> from, String key) {
    return String.valueOf(Objects.requireNonNull(from.get(key), () -> "an alarm without " + key));
  }

  /// An alarm need not be described.
  private static String textOrEmpty(Map<String, Object> from, String key) {
    Object value = from.get(key);
    return value == null ? "" : value.toString();
  }

  private static Map<String, Object> map(Map<String, Object> from, String key) {
    return map(from.get(key));
  }

  @SuppressWarnings("unchecked") // JSON has only texts as keys
  private static Map<String, Object> map(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException("an alarm without a part that all alarms have");
  }
}
