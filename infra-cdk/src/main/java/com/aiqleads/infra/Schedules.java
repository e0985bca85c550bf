package com.aiqleads.infra;

import com.aiqleads.manifest.Trigger;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// EventBridge Scheduler, with a role that may start this one function.
final class Schedules {

  /// A run that is late by more than an hour is left to the next one.
  private static final int MAX_AGE_SECONDS = 3600;

  private static final int MAX_RETRIES = 3;

  private Schedules() {}

  static void make(
      FunctionFromManifest scope, Ground ground, Trigger.OnSchedule trigger, Queue deadLetters) {
    Stage stage = ground.stage();
    Function function = scope.function();
    String name = stage.names().schedule(scope.manifest().id());
    CfnSchedule.Builder.create(scope, "Schedule")
        .name(name)
        .description(scope.manifest().purpose())
        .scheduleExpression(trigger.schedule().expression())
        .scheduleExpressionTimezone("UTC")
        .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(
            CfnSchedule.TargetProperty.builder()
                .arn(function.getFunctionArn())
                .roleArn(role(scope, ground, function, deadLetters).getRoleArn())
                .input(input(name))
                .deadLetterConfig(
                    CfnSchedule.DeadLetterConfigProperty.builder()
                        .arn(deadLetters.getQueueArn())
                        .build())
                .retryPolicy(
                    CfnSchedule.RetryPolicyProperty.builder()
                        .maximumEventAgeInSeconds(MAX_AGE_SECONDS)
                        .maximumRetryAttempts(MAX_RETRIES)
                        .build())
                .build())
        .build();
  }

  /// What `ScheduledRun` reads; the time stays the same when a run is repeated.
  private static String input(String schedule) {
    return "{\"schedule\":\"%s\",\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}"
        .formatted(schedule);
  }

  private static Role role(Construct scope, Ground ground, Function function, Queue deadLetters) {
    return Role.Builder.create(scope, "ScheduleRole")
        .assumedBy(
            new ServicePrincipal("scheduler.amazonaws.com")
                .withConditions(
                    Map.of("StringEquals", Map.of("aws:SourceAccount", ground.stage().account()))))
        .inlinePolicies(
            Map.of(
                "start",
                PolicyDocument.Builder.create()
                    .statements(
                        List.of(
                            allow(List.of("lambda:InvokeFunction"), function.getFunctionArn()),
                            allow(List.of("sqs:SendMessage"), deadLetters.getQueueArn()),
                            allow(
                                List.of("kms:Decrypt", "kms:GenerateDataKey"),
                                ground.foundation().keys().messages())))
                    .build()))
        .build();
  }

  private static PolicyStatement allow(List<String> actions, String resource) {
    return PolicyStatement.Builder.create()
        .effect(Effect.ALLOW)
        .actions(actions)
        .resources(List.of(resource))
        .build();
  }
}
