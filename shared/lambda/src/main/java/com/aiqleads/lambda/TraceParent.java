package com.aiqleads.lambda;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The W3C trace context of one step: `00-<trace>-<span>-<flags>`.
public record TraceParent(String value) {

  private static final Pattern SHAPE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int TRACE_END = 36;
  private static final HexFormat HEX = HexFormat.of();

  public TraceParent {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a traceparent");
    }
  }

  /// A new span of the caller's trace; of a new trace if there is none that can be read.
  public static TraceParent childOf(@Nullable String parent) {
    return parent != null && SHAPE.matcher(parent).matches()
        ? new TraceParent(parent.substring(0, TRACE_END) + randomHex() + "-01")
        : start();
  }

  public static TraceParent start() {
    return new TraceParent("00-" + randomHex() + randomHex() + "-" + randomHex() + "-01");
  }

  private static String randomHex() {
    return HEX.toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
  }
}
