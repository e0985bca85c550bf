package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.infra.Synthesized.Resource;
import com.aiqleads.manifest.FunctionManifest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for everything of a kind, in every stage, whatever manifests say.
class InvariantsTest {

  private static final int VISIBILITY_PER_TIMEOUT = 6;
  private static final String OF_DEPLOYMENTS = "-new-version";

  /// Until CloudWatch knows what happened in a minute, and CodeDeploy of the alarm.
  private static final int SECONDS_UNTIL_KNOWN = 120;

  private static final Pattern CANARY =
      Pattern.compile("CodeDeployDefault\\.LambdaCanary10Percent([0-9]+)Minutes");

  static List<String> stages() {
    return Synthesized.STAGES;
  }

  @ParameterizedTest
  @MethodSource("stages")
  void everyQueueHasDeadLettersWithAnAlarmOrIsOne(String stage) {
    Synthesized synthesized = Synthesized.of(stage);
    List<Resource> queues = synthesized.all("AWS::SQS::Queue");
    Set<String> watched =
        synthesized.all("AWS::CloudWatch::Alarm").stream()
            .filter(it -> it.text("/MetricName").equals("ApproximateNumberOfMessagesVisible"))
            .map(it -> it.stack() + "/" + queueOf(it))
            .collect(Collectors.toSet());

    for (Resource queue : queues) {
      String deadLetters = queue.referred("/RedrivePolicy/deadLetterTargetArn");
      String last = deadLetters.isEmpty() ? queue.id() : deadLetters;
      assertThat(watched).contains(queue.stack() + "/" + last);
      assertThat(queue.text("/QueueName").contains("-dead")).isEqualTo(deadLetters.isEmpty());
    }
  }

  private static String queueOf(Resource alarm) {
    return alarm.properties().at("/Dimensions/0/Value/Fn::GetAtt/0").asText();
  }

  @ParameterizedTest
  @MethodSource("stages")
  void everyQueueIsEncryptedAndAsksForTls(String stage) {
    Synthesized synthesized = Synthesized.of(stage);
    Set<String> withPolicy =
        synthesized.all("AWS::SQS::QueuePolicy").stream()
            .filter(it -> it.properties().toString().contains("aws:SecureTransport"))
            .map(it -> it.stack() + "/" + it.referred("/Queues/0"))
            .collect(Collectors.toSet());

    for (Resource queue : synthesized.all("AWS::SQS::Queue")) {
      assertThat(queue.properties().path("KmsMasterKeyId").isMissingNode()).isFalse();
      assertThat(withPolicy).contains(queue.stack() + "/" + queue.id());
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void noMessageComesBackWhileItsFunctionMayStillRun(String stage) {
    Synthesized synthesized = Synthesized.of(stage);

    for (Resource mapping : synthesized.all("AWS::Lambda::EventSourceMapping")) {
      Resource queue =
          synthesized.byId(mapping.stack(), "AWS::SQS::Queue", mapping.referred("/EventSourceArn"));
      Resource function =
          synthesized.byId(
              mapping.stack(), "AWS::Lambda::Function", mapping.referred("/FunctionName"));
      assertThat(queue.properties().path("VisibilityTimeout").asInt())
          .isGreaterThanOrEqualTo(
              VISIBILITY_PER_TIMEOUT * function.properties().path("Timeout").asInt());
      assertThat(mapping.text("/FunctionResponseTypes/0")).isEqualTo("ReportBatchItemFailures");
      assertThat(mapping.properties().at("/ScalingConfig/MaximumConcurrency").asInt())
          .isBetween(2, 1000);
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void everyLogForgets(String stage) {
    List<Resource> logs = Synthesized.of(stage).all("AWS::Logs::LogGroup");

    assertThat(logs).hasSizeGreaterThan(Synthesized.REPOSITORY.functions().size());
    assertThat(logs).allMatch(log -> log.properties().path("RetentionInDays").asInt() > 0);
  }

  /// Whoever logs without a group that is there makes one that never forgets.
  @ParameterizedTest
  @MethodSource("stages")
  void whatAwsItselfLogsForgetsToo(String stage) {
    Synthesized synthesized = Synthesized.of(stage);
    Set<String> groups =
        synthesized.all("AWS::Logs::LogGroup").stream()
            .map(it -> it.text("/LogGroupName"))
            .collect(Collectors.toSet());
    List<String> expected = new ArrayList<>();
    for (Resource cluster : synthesized.all("AWS::RDS::DBCluster")) {
      Synthesized.each(cluster.properties().path("EnableCloudwatchLogsExports"))
          .forEach(
              log ->
                  expected.add(
                      "/aws/rds/cluster/%s/%s"
                          .formatted(cluster.text("/DBClusterIdentifier"), log.asText())));
    }
    synthesized
        .all("AWS::Serverless::Application")
        .forEach(it -> expected.add("/aws/lambda/" + it.text("/Parameters/functionName")));

    assertThat(expected).hasSizeGreaterThan(2);
    assertThat(groups).containsAll(expected);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void nothingMakesFunctionsButTheManifests(String stage) {
    Synthesized synthesized = Synthesized.of(stage);

    assertThat(synthesized.all("AWS::Lambda::Function"))
        .hasSameSizeAs(Synthesized.REPOSITORY.functions());
    assertThat(synthesized.templates().toString()).doesNotContain("Custom::");
  }

  @ParameterizedTest
  @MethodSource("stages")
  void everyBucketIsPrivateEncryptedVersionedAndTlsOnly(String stage) {
    Synthesized synthesized = Synthesized.of(stage);
    Set<String> tlsOnly =
        synthesized.all("AWS::S3::BucketPolicy").stream()
            .filter(it -> it.properties().toString().contains("aws:SecureTransport"))
            .map(it -> it.stack() + "/" + it.referred("/Bucket"))
            .collect(Collectors.toSet());

    for (Resource bucket : synthesized.all("AWS::S3::Bucket")) {
      assertThat(bucket.properties().path("PublicAccessBlockConfiguration"))
          .hasSize(4)
          .allMatch(JsonNode::asBoolean);
      assertThat(bucket.properties().path("BucketEncryption").isMissingNode()).isFalse();
      assertThat(bucket.properties().path("LifecycleConfiguration").isMissingNode()).isFalse();
      assertThat(bucket.text("/VersioningConfiguration/Status").equals("Enabled"))
          .as("what is overwritten can be had again, but for logs: %s", bucket.id())
          .isEqualTo(!bucket.text("/BucketName").endsWith("access-logs"));
      assertThat(tlsOnly).contains(bucket.stack() + "/" + bucket.id());
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void everyTableCanBeRestoredIsEncryptedAndPaidByUse(String stage) {
    for (Resource table : Synthesized.of(stage).all("AWS::DynamoDB::Table")) {
      assertThat(table.text("/BillingMode")).isEqualTo("PAY_PER_REQUEST");
      assertThat(table.text("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled"))
          .isEqualTo("true");
      assertThat(table.text("/SSESpecification/SSEType")).isEqualTo("KMS");
      assertThat(table.properties().at("/OnDemandThroughput/MaxWriteRequestUnits").asInt())
          .isPositive();
      assertThat(table.properties().path("Tags").toString()).contains("aiqleads-backup");
    }
  }

  @Test
  void whereDataIsKeptNothingCanDeleteIt() {
    for (String stage : List.of("staging", "prod")) {
      for (Resource table : Synthesized.of(stage).all("AWS::DynamoDB::Table")) {
        assertThat(table.properties().path("DeletionProtectionEnabled").asBoolean()).isTrue();
      }
      Resource cluster = Synthesized.of(stage).all("AWS::RDS::DBCluster").getFirst();
      assertThat(cluster.properties().path("DeletionProtection").asBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void versionsStayToGoBackTo(String stage) {
    assertThat(Synthesized.of(stage).deletionPolicies("AWS::Lambda::Version"))
        .containsExactly("RetainExceptOnCreate");
  }

  /// What only says Retain stays when the creation of its stack fails, and the next one ends at its
  /// name, which is taken.
  @ParameterizedTest
  @MethodSource("stages")
  void aStackThatFailedCanBeMadeAgain(String stage) {
    Synthesized.of(stage)
        .templates()
        .forEach(
            (stack, template) ->
                template
                    .path("Resources")
                    .properties()
                    .forEach(
                        it ->
                            assertThat(it.getValue().path("DeletionPolicy").asText("Delete"))
                                .as("%s of %s", it.getKey(), stack)
                                .isIn("Delete", "RetainExceptOnCreate")));
  }

  @Test
  void whereDataIsKeptItOutlivesItsStack() {
    for (String stage : List.of("staging", "prod")) {
      for (String kind :
          List.of(
              "AWS::DynamoDB::Table",
              "AWS::RDS::DBCluster",
              "AWS::OpenSearchService::Domain",
              "AWS::S3::Bucket",
              "AWS::SecretsManager::Secret",
              "AWS::KMS::Key")) {
        assertThat(Synthesized.of(stage).deletionPolicies(kind))
            .as("%s in %s", kind, stage)
            .contains("RetainExceptOnCreate");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void everyAlarmTellsSomebodyAndSaysWhatItMeans(String stage) {
    for (Resource alarm : Synthesized.of(stage).all("AWS::CloudWatch::Alarm")) {
      assertThat(alarm.text("/AlarmDescription")).endsWith(".");
      assertThat(alarm.properties().path("AlarmActions"))
          .as(alarm.id())
          .hasSize(alarm.text("/AlarmName").endsWith(OF_DEPLOYMENTS) ? 0 : 1);
    }
  }

  @Test
  void everyFunctionHasItsAlarmsWithItsErrorImpact() {
    Synthesized synthesized = Synthesized.any();
    Set<String> expected = new TreeSet<>();
    for (FunctionManifest function : Synthesized.REPOSITORY.functions()) {
      alarms(function)
          .forEach(kind -> expected.add(synthesized.stage().resource(function.id().text() + kind)));
    }
    Set<String> made =
        synthesized.all("AWS::CloudWatch::Alarm").stream()
            .map(it -> it.text("/AlarmName"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(made).containsAll(expected);
    for (FunctionManifest function : Synthesized.REPOSITORY.functions()) {
      Resource errors =
          synthesized.one(
              "AWS::CloudWatch::Alarm",
              "/AlarmName",
              synthesized.stage().resource(function.id().text() + "-errors"));
      assertThat(errors.text("/AlarmDescription")).endsWith(function.errorImpact());
      assertThat(errors.properties().path("Threshold").asDouble()).isEqualTo(1);
    }
  }

  private static Stream<String> alarms(FunctionManifest function) {
    if (function.hasQueue()) {
      return Stream.of("-errors", "-throttles", "-dead-letters", "-age");
    }
    return function.routes().isEmpty()
        ? Stream.of("-errors", "-throttles", "-dead-letters")
        : Stream.of("-errors", "-throttles", "-response-time");
  }

  @Test
  void everyFunctionIsOnADashboard() {
    String dashboards =
        Synthesized.any().all("AWS::CloudWatch::Dashboard").stream()
            .map(it -> it.properties().toString())
            .collect(Collectors.joining());

    for (FunctionManifest function : Synthesized.REPOSITORY.functions()) {
      assertThat(dashboards).contains(function.id().name() + ": calls");
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void whatPeopleWaitForMovesByATenthAndBackWhenAlarmsRing(String stage) {
    Synthesized synthesized = Synthesized.of(stage);
    long waitedFor =
        Synthesized.REPOSITORY.functions().stream().filter(it -> !it.routes().isEmpty()).count();
    List<Resource> groups = synthesized.all("AWS::CodeDeploy::DeploymentGroup");

    assertThat(groups).hasSize((int) waitedFor);
    for (Resource group : groups) {
      assertThat(group.properties().at("/AlarmConfiguration/Alarms")).hasSize(1);
      Resource alarm =
          synthesized.byId(
              group.stack(),
              "AWS::CloudWatch::Alarm",
              group.referred("/AlarmConfiguration/Alarms/0/Name"));
      assertThat(alarm.text("/AlarmName"))
          .isEqualTo(group.text("/DeploymentGroupName") + OF_DEPLOYMENTS);
      assertThat(secondsUntilItRings(alarm) + SECONDS_UNTIL_KNOWN)
          .as("before all have moved")
          .isLessThan(secondsOfCanary(group));
      assertThat(group.properties().at("/AutoRollbackConfiguration/Events").toString())
          .contains("DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_FAILURE");
    }
  }

  private static int secondsUntilItRings(Resource alarm) {
    int period =
        Synthesized.each(alarm.properties().path("Metrics"))
            .mapToInt(it -> it.at("/MetricStat/Period").asInt(0))
            .max()
            .orElseThrow();
    assertThat(period).isPositive();
    return period * alarm.properties().path("EvaluationPeriods").asInt();
  }

  private static int secondsOfCanary(Resource group) {
    Matcher minutes = CANARY.matcher(group.text("/DeploymentConfigName"));
    assertThat(minutes.matches()).isTrue();
    return 60 * Integer.parseInt(minutes.group(1));
  }

  /// An exception becomes an answer with the status 500, which is no error to Lambda.
  @Test
  void aNewVersionIsWatchedForFailedAnswersToo() {
    for (Resource alarm : Synthesized.any().all("AWS::CloudWatch::Alarm")) {
      if (alarm.text("/AlarmName").endsWith(OF_DEPLOYMENTS)) {
        List<String> metrics =
            Synthesized.each(alarm.properties().path("Metrics"))
                .map(it -> it.at("/MetricStat/Metric/MetricName").asText())
                .toList();
        assertThat(metrics).contains("failed_answers", "Errors", "Invocations");
      }
    }
  }
}
