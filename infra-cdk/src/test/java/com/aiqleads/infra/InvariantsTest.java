package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.infra.Synthesized.Resource;
import com.aiqleads.manifest.FunctionManifest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for everything of a kind, in every stage, whatever manifests say.
class InvariantsTest {

  private static final int VISIBILITY_PER_TIMEOUT = 6;

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
      assertThat(alarm.properties().path("AlarmActions")).hasSize(1);
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
      assertThat(group.text("/DeploymentConfigName"))
          .isEqualTo("CodeDeployDefault.LambdaCanary10Percent5Minutes");
      assertThat(group.properties().at("/AlarmConfiguration/Alarms")).hasSize(3);
      assertThat(group.properties().at("/AutoRollbackConfiguration/Events").toString())
          .contains("DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_FAILURE");
    }
  }
}
