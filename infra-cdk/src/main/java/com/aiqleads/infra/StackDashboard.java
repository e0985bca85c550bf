package com.aiqleads.infra;

import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.QueueSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/// One row for each function of a stack: calls and errors, time taken, and its queue.
final class StackDashboard {

  private static final Duration PERIOD = Duration.minutes(5);
  private static final int WIDTH = 8;
  private static final int FULL_WIDTH = 24;

  /// In one widget, or CloudWatch refuses the whole dashboard.
  private static final int MAX_ALARMS = 100;

  private StackDashboard() {}

  static void make(
      Construct scope,
      Stage stage,
      String name,
      List<FunctionFromManifest> functions,
      Alarms alarms) {
    Dashboard dashboard =
        Dashboard.Builder.create(scope, "Dashboard")
            .dashboardName(stage.resource(name))
            .defaultInterval(Duration.hours(12))
            .build();
    alarms(name, alarms.made()).forEach(dashboard::addWidgets);
    functions.forEach(
        function -> dashboard.addWidgets(row(stage, function).toArray(IWidget[]::new)));
  }

  private static List<IWidget> alarms(String name, List<Alarm> alarms) {
    List<IWidget> widgets = new ArrayList<>();
    for (int from = 0; from < alarms.size(); from += MAX_ALARMS) {
      widgets.add(
          AlarmStatusWidget.Builder.create()
              .title("Alarms of " + name)
              .width(FULL_WIDTH)
              .alarms(List.copyOf(alarms.subList(from, Math.min(from + MAX_ALARMS, alarms.size()))))
              .build());
    }
    return widgets;
  }

  private static List<IWidget> row(Stage stage, FunctionFromManifest made) {
    FunctionManifest manifest = made.manifest();
    IFunction function = made.target();
    String name = manifest.id().name();
    List<IWidget> row = new ArrayList<>();
    row.add(
        graph(
            name + ": calls",
            function.metricInvocations(statistic("Sum")),
            function.metricErrors(statistic("Sum")),
            function.metricThrottles(statistic("Sum"))));
    row.add(
        graph(
            name + ": ms",
            function.metricDuration(statistic("p50")),
            function.metricDuration(statistic("p95")),
            function.metricDuration(statistic("p99"))));
    if (manifest.hasQueue()) {
      QueueSettings queue = QueueSettings.of(manifest, stage.names());
      row.add(graph(name + ": messages", messages(queue.name()), messages(queue.deadLetters())));
    }
    return row;
  }

  private static Metric messages(String queue) {
    return Metric.Builder.create()
        .namespace("AWS/SQS")
        .metricName("ApproximateNumberOfMessagesVisible")
        .dimensionsMap(Map.of("QueueName", queue))
        .statistic("Maximum")
        .period(PERIOD)
        .label(queue)
        .build();
  }

  private static GraphWidget graph(String title, IMetric... metrics) {
    return GraphWidget.Builder.create().title(title).width(WIDTH).left(List.of(metrics)).build();
  }

  private static MetricOptions statistic(String statistic) {
    return MetricOptions.builder().period(PERIOD).statistic(statistic).build();
  }
}
