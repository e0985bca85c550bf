package com.aiqleads.lambda;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The W3C trace context of one step: `00-<trace>-<span>-<flags>`.
///
/// @param parentSpan the span that led to this one; empty for the first of a trace
public record TraceParent(String value, String parentSpan) {

  private static final Pattern SHAPE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int TRACE_START = 3;
  private static final int TRACE_END = 35;
  private static final int SPAN_START = 36;
  private static final int SPAN_END = 52;
  private static final HexFormat HEX = HexFormat.of();

  public TraceParent {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a traceparent");
    }
  }

  public TraceParent(String value) {
    this(value, "");
  }

  /// A new span of the caller's trace; of a new trace if there is none that can be read.
  public static TraceParent childOf(@Nullable String parent) {
    return parent != null && SHAPE.matcher(parent).matches()
        ? new TraceParent(
            parent.substring(0, SPAN_START) + randomHex() + "-01",
            parent.substring(SPAN_START, SPAN_END))
        : start();
  }

  public static TraceParent start() {
    return new TraceParent("00-" + randomHex() + randomHex() + "-" + randomHex() + "-01");
  }

  String trace() {
    return value.substring(TRACE_START, TRACE_END);
  }

  String span() {
    return value.substring(SPAN_START, SPAN_END);
  }

  private static String randomHex() {
    return HEX.toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
  }
}
