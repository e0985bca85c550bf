package com.aiqleads.lambda;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// All figures as Prometheus reads them.
final class PrometheusText {

  private final String functionId;

  PrometheusText(FunctionIdentity function) {
    this.functionId = function.id();
  }

  String of(MeterRegistry registry) {
    Map<String, List<Meter>> byName =
        registry.getMeters().stream()
            .collect(
                Collectors.groupingBy(
                    PrometheusText::name, TreeMap::new, Collectors.toUnmodifiableList()));
    StringBuilder text = new StringBuilder();
    byName.forEach((name, meters) -> family(text, name, meters));
    return text.toString();
  }

  private void family(StringBuilder text, String name, List<Meter> meters) {
    switch (meters.getFirst()) {
      case Counter _ -> type(text, name + "_total", "counter");
      case Timer _ -> type(text, name + "_seconds", "summary");
      default -> type(text, name, "gauge");
    }
    meters.forEach(meter -> samples(text, name, meter));
  }

  private void samples(StringBuilder text, String name, Meter meter) {
    String labels = labels(meter);
    switch (meter) {
      case Counter counter -> sample(text, name + "_total", labels, counter.count());
      case Timer timer -> {
        sample(text, name + "_seconds_count", labels, (double) timer.count());
        sample(text, name + "_seconds_sum", labels, timer.totalTime(TimeUnit.SECONDS));
      }
      case Gauge gauge -> sample(text, name, labels, gauge.value());
      default -> text.append("");
    }
  }

  private static void type(StringBuilder text, String name, String type) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void sample(StringBuilder text, String name, String labels, double value) {
    text.append(name).append(labels).append(' ').append(value).append('\n');
  }

  private String labels(Meter meter) {
    return meter.getId().getTags().stream()
        .map(PrometheusText::label)
        .collect(Collectors.joining(",", "{function=\"" + functionId + "\",", "}"))
        .replace(",}", "}");
  }

  private static String label(Tag tag) {
    String value = tag.getValue().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return plain(tag.getKey()) + "=\"" + value + "\"";
  }

  private static String name(Meter meter) {
    return "aiqleads_" + plain(meter.getId().getName());
  }

  private static String plain(String name) {
    return name.replaceAll("[^a-zA-Z0-9_]", "_");
  }
}
