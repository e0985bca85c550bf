package com.aiqleads.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/// Whether what validating keeps of the network's answers still saves asking again.
record CacheAlarms(Alarms alarms, Stage stage) {

  /// What is asked, as `ValidationCache` names it. Not wordings: no text is like another.
  static final List<String> KINDS = List.of("geocode", "mail-domain");

  private static final double MIN_HITS_PERCENT = 70;

  /// A market's first day knows nothing yet.
  private static final Duration PERIOD = Duration.days(1);

  private static final int PERIODS = 3;

  void watch() {
    Map<String, IMetric> metrics = new TreeMap<>();
    for (int i = 0; i < KINDS.size(); i++) {
      metrics.put("hits" + i, metric(KINDS.get(i), "hit"));
      metrics.put("misses" + i, metric(KINDS.get(i), "miss"));
    }
    alarms.below(
        "validation-cache-hits",
        MathExpression.Builder.create()
            .expression(
                "100 * (%s) / (%s)"
                    .formatted(
                        sum(metrics.keySet().stream().filter(it -> it.startsWith("hits"))),
                        sum(metrics.keySet().stream())))
            .usingMetrics(metrics)
            .period(PERIOD)
            .label("hits in percent")
            .build(),
        MIN_HITS_PERCENT,
        PERIODS,
        "For three days less than 70 % of what validating asks was known already: leads wait for"
            + " services that they should not need.");
  }

  /// Nothing was counted: that is none, not unknown.
  private static String sum(Stream<String> metrics) {
    return metrics.map("FILL(%s, 0)"::formatted).collect(Collectors.joining(" + "));
  }

  private Metric metric(String kind, String outcome) {
    return Metric.Builder.create()
        .namespace("AIQLeads")
        .metricName("validation_cache")
        .dimensionsMap(
            Map.of(
                "of",
                kind,
                "outcome",
                outcome,
                "stage",
                stage.name(),
                "function",
                SpecialFunctions.VALIDATION.text()))
        .statistic("Sum")
        .period(PERIOD)
        .build();
  }
}
