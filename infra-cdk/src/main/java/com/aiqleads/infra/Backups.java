package com.aiqleads.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.backup.BackupPlan;
import software.amazon.awscdk.services.backup.BackupPlanRule;
import software.amazon.awscdk.services.backup.BackupResource;
import software.amazon.awscdk.services.backup.BackupSelectionOptions;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.events.CronOptions;
import software.amazon.awscdk.services.events.Schedule;
import software.constructs.Construct;

/// Once a day everything that says so by its tag, for five weeks, in a vault that nothing but a
/// restore reads. Point-in-time recovery of tables and the database comes on top of it.
final class Backups {

  private static final String TAG = "aiqleads-backup";
  private static final String DAILY = "daily";
  private static final int KEPT_DAYS = 35;

  private Backups() {}

  /// Has the store backed up.
  static void include(Construct store) {
    Tags.of(store).add(TAG, DAILY);
  }

  static void make(Construct scope, Ground ground, Alarms alarms) {
    BackupVault vault =
        BackupVault.Builder.create(scope, "Vault")
            .backupVaultName(ground.stage().resource("backups"))
            .encryptionKey(ground.foundation().keys().dataKey())
            .blockRecoveryPointDeletion(ground.stage().keepData())
            .removalPolicy(ground.stage().removal())
            .build();
    BackupPlan plan =
        BackupPlan.Builder.create(scope, "BackupPlan")
            .backupPlanName(ground.stage().resource("daily"))
            .backupVault(vault)
            .build();
    plan.addRule(
        BackupPlanRule.Builder.create()
            .ruleName("daily")
            .scheduleExpression(Schedule.cron(CronOptions.builder().hour("7").minute("0").build()))
            .startWindow(Duration.hours(1))
            .completionWindow(Duration.hours(4))
            .deleteAfter(Duration.days(KEPT_DAYS))
            .build());
    plan.addSelection(
        "Tagged",
        BackupSelectionOptions.builder()
            .backupSelectionName("tagged")
            .resources(List.of(BackupResource.fromTag(TAG, DAILY)))
            .allowRestores(true)
            .build());
    Nag.accept(
        plan, "AwsSolutions-IAM4", "AWS Backup's own policies, which follow what it can back up.");
    alarms.above(
        "backup-errors",
        failed(vault.getBackupVaultName()),
        0,
        1,
        "A daily backup failed; recovery to a point in time still works.");
  }

  private static Metric failed(String vault) {
    return Metric.Builder.create()
        .namespace("AWS/Backup")
        .metricName("NumberOfBackupJobsFailed")
        .dimensionsMap(Map.of("BackupVaultName", vault))
        .statistic("Sum")
        .period(Duration.hours(1))
        .build();
  }
}
