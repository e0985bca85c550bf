package com.aiqleads.infra;

import com.aiqleads.manifest.FunctionManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.IFunction;

/// Errors and throttles of every function, and how long people wait for those with routes.
final class FunctionAlarms {

  static final double MAX_ERRORS_PERCENT = 1;
  static final double MAX_RESPONSE_MS = 500;

  private static final Duration PERIOD = Duration.minutes(5);
  private static final int PERIODS = 2;

  private final Alarms alarms;
  private final FunctionManifest manifest;

  FunctionAlarms(Alarms alarms, FunctionManifest manifest) {
    this.alarms = alarms;
    this.manifest = manifest;
  }

  List<IAlarm> of(IFunction function) {
    List<IAlarm> made = new ArrayList<>();
    made.add(errors(function));
    made.add(throttles(function));
    if (!manifest.routes().isEmpty()) {
      made.add(responseTime(function));
    }
    return made;
  }

  private IAlarm errors(IFunction function) {
    MathExpression percent =
        MathExpression.Builder.create()
            .expression("100 * errors / MAX([errors, invocations])")
            .usingMetrics(
                // Sorted, or the same manifests would give another template each time.
                new TreeMap<>(
                    Map.of(
                        "errors", function.metricErrors(sum()),
                        "invocations", function.metricInvocations(sum()))))
            .period(PERIOD)
            .label("errors in percent")
            .build();
    return alarms.above(
        manifest.id().text() + "-errors",
        percent,
        MAX_ERRORS_PERCENT,
        PERIODS,
        "More than 1 % of invocations fail. " + manifest.errorImpact());
  }

  private IAlarm throttles(IFunction function) {
    return alarms.above(
        manifest.id().text() + "-throttles",
        function.metricThrottles(sum()),
        0,
        PERIODS,
        "Invocations are turned away: limits.concurrency is too low. " + manifest.errorImpact());
  }

  private IAlarm responseTime(IFunction function) {
    return alarms.above(
        manifest.id().text() + "-response-time",
        function.metricDuration(MetricOptions.builder().period(PERIOD).statistic("p95").build()),
        MAX_RESPONSE_MS,
        PERIODS,
        "One answer in twenty takes more than 500 ms.");
  }

  private static MetricOptions sum() {
    return MetricOptions.builder().period(PERIOD).statistic("Sum").build();
  }
}
