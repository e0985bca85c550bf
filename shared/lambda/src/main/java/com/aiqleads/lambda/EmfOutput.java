package com.aiqleads.lambda;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Writes what was counted since the last time, a line for each meter, in CloudWatch's embedded
/// metric format. (The one of Powertools brings jackson-databind into the zip.)
final class EmfOutput implements MetricsOutput {

  private static final String NAMESPACE = "AIQLeads";

  private final Map<String, Double> reported = new HashMap<>();
  private final MeterRegistry registry;
  private final FunctionIdentity function;
  private final InstantSource clock;
  private final PrintStream out;

  EmfOutput(
      MeterRegistry registry, FunctionIdentity function, InstantSource clock, PrintStream out) {
    this.registry = registry;
    this.function = function;
    this.clock = clock;
    this.out = out;
  }

  @Override
  public synchronized void flush() {
    registry.getMeters().forEach(this::write);
  }

  private void write(Meter meter) {
    Map<String, Double> values = values(meter);
    if (!values.isEmpty()) {
      out.println(line(meter, values));
    }
  }

  /// Nothing since the last time: nothing to write.
  private Map<String, Double> values(Meter meter) {
    String name = meter.getId().getName();
    return switch (meter) {
      case Counter counter -> onlyNew(name, since(counter.getId().toString(), counter.count()));
      case Timer timer -> {
        double times = since(timer.getId() + " count", (double) timer.count());
        double total = since(timer.getId() + " ms", timer.totalTime(TimeUnit.MILLISECONDS));
        yield times == 0 ? Map.of() : Map.of(name + ".count", times, name + ".ms", total / times);
      }
      case Gauge gauge -> Map.of(name, gauge.value());
      default -> Map.of();
    };
  }

  private static Map<String, Double> onlyNew(String name, double value) {
    return value == 0 ? Map.of() : Map.of(name, value);
  }

  private double since(String key, double value) {
    Double before = reported.put(key, value);
    return before == null ? value : value - before;
  }

  private String line(Meter meter, Map<String, Double> values) {
    Map<String, Object> line = new LinkedHashMap<>();
    Map<String, String> dimensions = dimensions(meter);
    List<Map<String, String>> metrics =
        values.keySet().stream().sorted().map(name -> Map.of("Name", name)).toList();
    line.put(
        "_aws",
        Map.of(
            "Timestamp",
            clock.millis(),
            "CloudWatchMetrics",
            List.of(
                Map.of(
                    "Namespace", NAMESPACE,
                    "Dimensions", List.of(List.copyOf(dimensions.keySet())),
                    "Metrics", metrics))));
    line.putAll(dimensions);
    line.putAll(values);
    return LogLine.json(line);
  }

  private Map<String, String> dimensions(Meter meter) {
    Map<String, String> dimensions =
        meter.getId().getTags().stream()
            .collect(Collectors.toMap(Tag::getKey, Tag::getValue, (a, b) -> a, LinkedHashMap::new));
    dimensions.put("stage", function.stage());
    dimensions.put("function", function.id());
    return dimensions;
  }
}
