package com.aiqleads.infra;

import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.QueueSettings;
import java.time.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// The queue of an event function and what stands behind it: the dead letters, and the alarms that
/// say what stands still meanwhile.
final class FunctionQueues {

  private static final software.amazon.awscdk.Duration MINUTE =
      software.amazon.awscdk.Duration.minutes(1);

  /// The oldest message has waited for longer than any retry takes.
  private static final double MAX_AGE_SECONDS = 900;

  private static final int MAX_AGE_MINUTES = 5;

  private static final String END =
      "This is the dead-letter queue: people send its messages back, see docs/deploy.md.";

  private final Construct scope;
  private final Stage stage;
  private final SharedKeys keys;
  private final Alarms alarms;

  FunctionQueues(Construct scope, Stage stage, SharedKeys keys, Alarms alarms) {
    this.scope = scope;
    this.stage = stage;
    this.keys = keys;
    this.alarms = alarms;
  }

  /// Where invocations end that failed for good, of functions that nobody waits for.
  Queue deadLetters(FunctionManifest function) {
    QueueSettings settings = QueueSettings.of(function, stage.names());
    Queue queue =
        Queue.Builder.create(scope, "DeadLetters")
            .queueName(settings.deadLetters())
            .retentionPeriod(of(settings.deadLetterRetention()))
            .fifo(settings.fifo() ? true : null)
            .encryption(QueueEncryption.KMS)
            .encryptionMasterKey(keys.messagesKey())
            .enforceSsl(true)
            .build();
    Nag.accept(queue, "AwsSolutions-SQS3", END);
    Nag.accept(queue, "Serverless-SQSRedrivePolicy", END);
    alarms.above(
        function.id().text() + "-dead-letters",
        queue.metricApproximateNumberOfMessagesVisible(
            MetricOptions.builder().period(MINUTE).statistic("Maximum").build()),
        0,
        1,
        "Dead letters. " + function.errorImpact());
    return queue;
  }

  Queue queue(FunctionManifest function, Queue deadLetters) {
    QueueSettings settings = QueueSettings.of(function, stage.names());
    Queue queue =
        Queue.Builder.create(scope, "Queue")
            .queueName(settings.name())
            .visibilityTimeout(of(settings.visibility()))
            .retentionPeriod(of(settings.retention()))
            .fifo(settings.fifo() ? true : null)
            .encryption(QueueEncryption.KMS)
            .encryptionMasterKey(keys.messagesKey())
            .enforceSsl(true)
            .deadLetterQueue(
                DeadLetterQueue.builder()
                    .queue(deadLetters)
                    .maxReceiveCount(settings.maxReceiveCount())
                    .build())
            .build();
    alarms.above(
        function.id().text() + "-age",
        queue.metricApproximateAgeOfOldestMessage(
            MetricOptions.builder().period(MINUTE).statistic("Maximum").build()),
        MAX_AGE_SECONDS,
        MAX_AGE_MINUTES,
        "Messages wait for more than 15 minutes. " + function.errorImpact());
    return queue;
  }

  private static software.amazon.awscdk.Duration of(Duration time) {
    return software.amazon.awscdk.Duration.seconds(time.toSeconds());
  }
}
