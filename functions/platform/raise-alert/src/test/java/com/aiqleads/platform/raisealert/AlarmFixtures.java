package com.aiqleads.platform.raisealert;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Changes of alarms, and how CloudWatch sends them.
final class AlarmFixtures {

  static final Instant TEN = Instant.parse("2026-11-21T10:00:00.123Z");
  static final String ERRORS = "aiqleads-prod-acquisition-score-lead-errors";
  static final String SLOW = "aiqleads-prod-marketplace-search-leads-response-time";

  private AlarmFixtures() {}

  static AlarmChange change(String alarm, AlarmState state, Instant at) {
    return new AlarmChange(
        alarm, state, at, "New leads stop <reaching> buyers & us.", "Threshold Crossed: 1 of 1.");
  }

  static AlarmChange rings(String alarm, Instant at) {
    return change(alarm, AlarmState.ALARM, at);
  }

  static AlarmChange ends(String alarm, Instant at) {
    return change(alarm, AlarmState.OK, at);
  }

  /// As a topic hands it to a function.
  static Map<String, Object> fromTopic(String state, String time) {
    return fromTopic(ERRORS, state, time);
  }

  static Map<String, Object> fromTopic(String alarm, String state, String time) {
    String message =
        """
        {"AlarmName":"%s","AlarmDescription":"New leads stop.","AWSAccountId":"123456789012",
         "AlarmConfigurationUpdatedTimestamp":"2026-11-20T10:00:00.000+0000",
         "NewStateValue":"%s","NewStateReason":"Threshold Crossed: 1 out of the last 1 datapoints",
         "StateChangeTime":"%s","Region":"US East (N. Virginia)",
         "AlarmArn":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:a","OldStateValue":"OK",
         "OKActions":[],"AlarmActions":["arn:aws:sns:us-east-1:123456789012:alarms"],
         "InsufficientDataActions":[],
         "Trigger":{"MetricName":"Errors","Namespace":"AWS/Lambda","StatisticType":"Statistic",
          "Statistic":"SUM","Dimensions":[{"value":"f","name":"FunctionName"}],"Period":300,
          "EvaluationPeriods":2,"ComparisonOperator":"GreaterThanThreshold","Threshold":1.0,
          "TreatMissingData":"notBreaching","EvaluateLowSampleCountPercentile":""}}
        """
            .formatted(alarm, state, time);
    Map<String, Object> sns =
        Map.of(
            "Type", "Notification",
            "MessageId", "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
            "TopicArn", "arn:aws:sns:us-east-1:123456789012:alarms",
            "Subject", "ALARM: \"" + alarm + "\" in US East (N. Virginia)",
            "Message", message,
            "Timestamp", "2026-11-21T10:00:00.456Z",
            "MessageAttributes", Map.of());
    return Map.of(
        "Records",
        List.of(
            Map.of(
                "EventVersion", "1.0",
                "EventSource", "aws:sns",
                "EventSubscriptionArn", "arn:aws:sns:us-east-1:123456789012:alarms:1",
                "Sns", sns)));
  }

  /// As a queue hands it to a function.
  static Map<String, Object> fromQueue(String alarm, boolean ringing, String time) {
    String body =
        """
        {"eventId":"evt_01M7T1X131F02BNNQYJJJNY65J","event":"AlertRaised","version":1,
         "occurredAt":"%3$s","correlationId":"cor_01M7T1X131F02BNNQYJJJNY65J",
         "data":{"alarm":"%1$s","ringing":%2$s,"severity":"critical","changedAt":"%3$s",
          "meaning":"Nothing of it is published.","reason":"only 0 of 24 records have it"}}
        """
            .formatted(alarm, ringing, time);
    return Map.of(
        "Records",
        List.of(
            Map.of(
                "messageId", "059f36b4-87a3-44ab-83d2-661975830a7d",
                "eventSource", "aws:sqs",
                "body", body)));
  }

  /// As a rule of EventBridge hands it to a function.
  static Map<String, Object> fromBus(String state, String time) {
    return Map.of(
        "version", "0",
        "id", "c4c1c1c9-6542-e61b-6ef0-8c4d36933a92",
        "detail-type", "CloudWatch Alarm State Change",
        "source", "aws.cloudwatch",
        "account", "123456789012",
        "time", "2026-11-21T10:00:00Z",
        "region", "us-east-1",
        "resources", List.of("arn:aws:cloudwatch:us-east-1:123456789012:alarm:a"),
        "detail",
            Map.of(
                "alarmName", ERRORS,
                "configuration", Map.of("description", "New leads stop.", "metrics", List.of()),
                "previousState", Map.of("value", "OK", "timestamp", "2026-11-21T09:00:00.000+0000"),
                "state",
                    Map.of(
                        "value",
                        state,
                        "timestamp",
                        time,
                        "reason",
                        "Threshold Crossed",
                        "reasonData",
                        "{\"version\":\"1.0\"}")));
  }
}
