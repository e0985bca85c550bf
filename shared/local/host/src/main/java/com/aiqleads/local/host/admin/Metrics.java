package com.aiqleads.local.host.admin;

import com.aiqleads.local.host.function.FunctionFigures;
import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.function.FunctionPool;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The host's own figures, and the functions', in Prometheus' text format.
final class Metrics {

  private final FunctionHost functions;

  Metrics(FunctionHost functions) {
    this.functions = functions;
  }

  String text(Map<String, Double> depths, Map<String, Double> deadLetters) {
    StringBuilder text = new StringBuilder();
    counter(text, "invocations_total", FunctionFigures::invocations);
    counter(text, "invocation_errors_total", FunctionFigures::errors);
    counter(text, "throttles_total", FunctionFigures::throttles);
    counter(text, "invocation_seconds_total", FunctionFigures::invocationSeconds);
    counter(text, "cold_starts_total", FunctionFigures::coldStarts);
    counter(text, "cold_start_seconds_total", FunctionFigures::coldStartSeconds);
    counter(text, "failed_starts_total", FunctionFigures::failedStarts);
    counter(text, "batches_total", FunctionFigures::batches);
    counter(text, "hops_total", FunctionFigures::messages);
    counter(text, "failed_hops_total", FunctionFigures::failedMessages);
    values(text, "environments", "gauge", environments());
    values(text, "queue_depth", "gauge", depths);
    values(text, "dead_letters", "gauge", deadLetters);
    return text.append(FunctionMetrics.merged(functions.figures())).toString();
  }

  private Map<String, Double> environments() {
    Map<String, Double> values = new LinkedHashMap<>();
    functions.pools().forEach(pool -> values.put(id(pool), (double) pool.environments()));
    return values;
  }

  private void counter(StringBuilder text, String name, ToDoubleFunction<FunctionFigures> figure) {
    Map<String, Double> values = new LinkedHashMap<>();
    functions.pools().forEach(p -> values.put(id(p), figure.applyAsDouble(p.figures())));
    values(text, name, "counter", values);
  }

  private static String id(FunctionPool pool) {
    return pool.function().id();
  }

  private static void values(
      StringBuilder text, String name, String type, Map<String, Double> values) {
    text.append("# TYPE aiqleads_host_%s %s\n".formatted(name, type));
    values.forEach(
        (function, value) ->
            text.append(
                String.format(
                    Locale.ROOT, "aiqleads_host_%s{function=\"%s\"} %s%n", name, function, value)));
  }
}
