package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.infra.Synthesized.Resource;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What only a deployment would refuse otherwise: texts that are too long, stacks too large.
class QuotasOfAwsTest {

  private static final int MAX_RESOURCES = 500;
  private static final int MAX_TEMPLATE_BYTES = 1_000_000;
  private static final int MAX_ENVIRONMENT_BYTES = 4_096;
  private static final int MAX_INLINE_POLICY_CHARACTERS = 10_240;

  /// A reference, of which only the deployment knows what it will be.
  private static final int REFERENCE_BYTES = 150;

  /// Type and property to how long it may be.
  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("AWS::CloudWatch::Alarm/AlarmDescription", 1_024),
          Map.entry("AWS::CloudWatch::Alarm/AlarmName", 255),
          Map.entry("AWS::CodeDeploy::DeploymentGroup/DeploymentGroupName", 100),
          Map.entry("AWS::DynamoDB::Table/TableName", 255),
          Map.entry("AWS::EC2::SecurityGroup/GroupDescription", 255),
          Map.entry("AWS::IAM::Role/Description", 1_000),
          Map.entry("AWS::IAM::Role/RoleName", 64),
          Map.entry("AWS::Lambda::Function/Description", 256),
          Map.entry("AWS::Lambda::Function/FunctionName", 64),
          Map.entry("AWS::OpenSearchService::Domain/DomainName", 28),
          Map.entry("AWS::RDS::DBCluster/DBClusterIdentifier", 63),
          Map.entry("AWS::S3::Bucket/BucketName", 63),
          Map.entry("AWS::SQS::Queue/QueueName", 80),
          Map.entry("AWS::Scheduler::Schedule/Description", 512),
          Map.entry("AWS::Scheduler::Schedule/Name", 64));

  private static final int TAKEN_OF_AN_ACCOUNT = 900;
  private static final int MAX_WIDGETS = 500;
  private static final int MAX_ALARMS = 100;
  private static final int MAX_ROUTES = 300;

  static List<String> stages() {
    return Synthesized.STAGES;
  }

  @ParameterizedTest
  @MethodSource("stages")
  void namesAndTextsAreShortEnough(String stage) {
    LENGTHS.forEach(
        (property, longest) -> {
          String[] parts = property.split("/");
          for (Resource resource : Synthesized.of(stage).all(parts[0])) {
            assertThat(resource.text("/" + parts[1]))
                .as("%s of %s", property, resource.id())
                .hasSizeLessThanOrEqualTo(longest);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("stages")
  void everyStackIsSmallEnough(String stage) {
    Synthesized.of(stage)
        .templates()
        .forEach(
            (stack, template) -> {
              assertThat(template.path("Resources").size()).as(stack).isLessThan(MAX_RESOURCES);
              assertThat(template.toString()).as(stack).hasSizeLessThan(MAX_TEMPLATE_BYTES);
            });
  }

  @ParameterizedTest
  @MethodSource("stages")
  void whatFunctionsAreToldFitsIntoTheirEnvironment(String stage) {
    for (Resource function : Synthesized.of(stage).all("AWS::Lambda::Function")) {
      JsonNode variables = function.properties().at("/Environment/Variables");
      int bytes =
          variables.properties().stream()
              .mapToInt(it -> it.getKey().length() + length(it.getValue()))
              .sum();

      assertThat(bytes).as(function.id()).isLessThan(MAX_ENVIRONMENT_BYTES);
    }
  }

  private static int length(JsonNode value) {
    return value.isTextual() ? value.asText().length() : REFERENCE_BYTES;
  }

  @ParameterizedTest
  @MethodSource("stages")
  void whatARoleMayDoFitsIntoItsPolicy(String stage) {
    for (Resource role : Synthesized.of(stage).all("AWS::IAM::Role")) {
      assertThat(role.properties().path("Policies").toString())
          .as(role.id())
          .hasSizeLessThan(MAX_INLINE_POLICY_CHARACTERS);
    }
  }

  /// What it would refuse stands inside of a text, of which CloudFormation knows nothing.
  @ParameterizedTest
  @MethodSource("stages")
  void dashboardsAreWhatCloudWatchTakes(String stage) {
    List<Resource> dashboards = Synthesized.of(stage).all("AWS::CloudWatch::Dashboard");

    assertThat(dashboards).isNotEmpty();
    for (Resource dashboard : dashboards) {
      List<JsonNode> widgets =
          Synthesized.each(body(dashboard.properties().path("DashboardBody")).path("widgets"))
              .toList();
      assertThat(widgets).as(dashboard.id()).hasSizeBetween(1, MAX_WIDGETS);
      assertThat(widgets)
          .filteredOn(widget -> widget.path("type").asText().equals("alarm"))
          .isNotEmpty()
          .allSatisfy(
              widget ->
                  assertThat(widget.at("/properties/alarms").size()).isBetween(1, MAX_ALARMS));
    }
  }

  /// With a word in the place of each reference.
  private static JsonNode body(JsonNode joined) {
    String text =
        Synthesized.each(joined.at("/Fn::Join/1"))
            .map(part -> part.isTextual() ? part.asText() : "referred")
            .collect(Collectors.joining());
    try {
      return Synthesized.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void oneApiHasRoomForEveryRoute(String stage) {
    assertThat(Synthesized.of(stage).all("AWS::ApiGatewayV2::Route"))
        .hasSizeLessThanOrEqualTo(MAX_ROUTES);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void reservedConcurrencyLeavesAHundredOfAThousand(String stage) {
    assertThat(
            Synthesized.of(stage).all("AWS::Lambda::Function").stream()
                .mapToInt(it -> it.properties().path("ReservedConcurrentExecutions").asInt())
                .sum())
        .isBetween(1, TAKEN_OF_AN_ACCOUNT);
  }
}
