package com.aiqleads.infra;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/// Makes the alarms of one stack; each says in words what it means when it rings.
final class Alarms {

  private final Construct scope;
  private final Stage stage;
  private final SnsAction told;
  private final List<Alarm> made = new ArrayList<>();

  Alarms(Construct scope, Stage stage, ITopic topic) {
    this.scope = scope;
    this.stage = stage;
    this.told = new SnsAction(topic);
  }

  /// For a deployment, which looks at it: nobody is told.
  Alarm ofDeployment(String name, IMetric metric, double threshold, int periods, String text) {
    return build(name, metric, threshold, periods, text, ComparisonOperator.GREATER_THAN_THRESHOLD);
  }

  /// Rings when the metric was above the threshold for so many of its periods on end.
  Alarm above(String name, IMetric metric, double threshold, int periods, String text) {
    return make(name, metric, threshold, periods, text, ComparisonOperator.GREATER_THAN_THRESHOLD);
  }

  Alarm below(String name, IMetric metric, double threshold, int periods, String text) {
    return make(name, metric, threshold, periods, text, ComparisonOperator.LESS_THAN_THRESHOLD);
  }

  private Alarm make(
      String name,
      IMetric metric,
      double threshold,
      int periods,
      String text,
      ComparisonOperator comparison) {
    Alarm alarm = build(name, metric, threshold, periods, text, comparison);
    alarm.addAlarmAction(told);
    alarm.addOkAction(told);
    made.add(alarm);
    return alarm;
  }

  private Alarm build(
      String name,
      IMetric metric,
      double threshold,
      int periods,
      String text,
      ComparisonOperator comparison) {
    return Alarm.Builder.create(scope, "Alarm" + LogicalName.of(name))
        .alarmName(stage.resource(name))
        .alarmDescription(text)
        .metric(metric)
        .threshold(threshold)
        .evaluationPeriods(periods)
        .comparisonOperator(comparison)
        // Nothing happened: nothing is wrong.
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build();
  }

  List<Alarm> made() {
    return List.copyOf(made);
  }
}
