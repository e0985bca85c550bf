package com.aiqleads.infra;

import com.aiqleads.manifest.FunctionManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.IFunction;

/// Errors and throttles of every function, and how long people wait for those with routes; and
/// whether a new version of one fails, in time to take it back.
final class FunctionAlarms {

  static final double MAX_ERRORS_PERCENT = 1;
  static final double MAX_RESPONSE_MS = 500;

  private static final Duration PERIOD = Duration.minutes(5);
  private static final int PERIODS = 2;

  /// A test holds them against the time of a canary: it must end before all have moved.
  static final Duration CANARY_PERIOD = Duration.minutes(1);

  static final int CANARY_PERIODS = 1;

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

  /// Tells nobody but the deployment: a failed answer in one minute is too little to call people.
  /// An exception becomes an answer with a status, of which Lambda knows nothing: functions count
  /// these themselves.
  IAlarm ofDeployment(Stage stage, IFunction alias) {
    MetricOptions each = MetricOptions.builder().period(CANARY_PERIOD).statistic("Sum").build();
    Metric answers =
        Metric.Builder.create()
            .namespace("AIQLeads")
            .metricName("failed_answers")
            .dimensionsMap(
                Map.of(
                    "of",
                    "all",
                    "outcome",
                    "failed",
                    "stage",
                    stage.name(),
                    "function",
                    manifest.id().text()))
            .period(CANARY_PERIOD)
            .statistic("Sum")
            .build();
    return alarms.ofDeployment(
        manifest.id().text() + "-new-version",
        MathExpression.Builder.create()
            .expression("100 * (errors + FILL(answers, 0)) / MAX([errors, invocations])")
            .usingMetrics(
                new TreeMap<>(
                    Map.of(
                        "answers", answers,
                        "errors", alias.metricErrors(each),
                        "invocations", alias.metricInvocations(each))))
            .period(CANARY_PERIOD)
            .label("failures in percent")
            .build(),
        MAX_ERRORS_PERCENT,
        CANARY_PERIODS,
        "More than 1 % of calls fail while a new version is tried.");
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
        "Invocations are turned away: %s. %s"
            .formatted(
                FunctionFromManifest.isBounded(manifest)
                    ? "limits.concurrency is too low"
                    : "the account has no room for more",
                manifest.errorImpact()));
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
