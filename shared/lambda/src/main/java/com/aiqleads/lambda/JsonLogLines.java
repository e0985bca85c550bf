package com.aiqleads.lambda;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/// Log lines of a function as JSON. Texts that came from outside, which the message of an exception
/// may hold, are masked; bodies and headers are never logged in the first place.
record JsonLogLines(String function) {

  private static final int MAX_MESSAGE_LENGTH = 500;
  private static final int MAX_FRAMES = 20;
  private static final int MAX_CAUSES = 5;

  /// The line of an event, with its line end.
  String of(ILoggingEvent event) {
    return json(event) + "\n";
  }

  private String json(ILoggingEvent event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", event.getInstant());
    line.put("level", event.getLevel());
    line.put("function", function);
    line.put("logger", event.getLoggerName());
    line.put("message", safe(event.getFormattedMessage()));
    line.putAll(event.getMDCPropertyMap());
    List<KeyValuePair> pairs = Optional.ofNullable(event.getKeyValuePairs()).orElse(List.of());
    pairs.forEach(pair -> line.put(pair.key, value(pair.value)));
    if (event.getThrowableProxy() != null) {
      line.put("error", error(event.getThrowableProxy(), MAX_CAUSES));
    }
    return LogLine.json(line);
  }

  private static Object value(Object value) {
    return value instanceof Number || value instanceof Boolean
        ? value
        : safe(String.valueOf(value));
  }

  private static Map<String, Object> error(IThrowableProxy thrown, int depth) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("type", thrown.getClassName());
    error.put("message", safe(String.valueOf(thrown.getMessage())));
    error.put(
        "at",
        Arrays.stream(thrown.getStackTraceElementProxyArray())
            .limit(MAX_FRAMES)
            .map(StackTraceElementProxy::getSTEAsString)
            .toList());
    if (thrown.getCause() != null && depth > 1) {
      error.put("cause", error(thrown.getCause(), depth - 1));
    }
    return error;
  }

  private static String safe(String text) {
    return PersonalData.masked(LogLine.shortened(text, MAX_MESSAGE_LENGTH));
  }
}
