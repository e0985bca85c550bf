package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.infra.Synthesized.Resource;
import com.aiqleads.manifest.BrowserAccess;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;

/// What each stack is for.
class StacksTest {

  private final Synthesized prod = Synthesized.any();

  static List<String> stages() {
    return Synthesized.STAGES;
  }

  @ParameterizedTest
  @MethodSource("stages")
  void areFewAndInTheOrderOfTheirDeployment(String stage) {
    assertThat(Synthesized.of(stage).templates().keySet())
        .containsExactly(
            "foundation", "issuer", "data", "acquisition", "marketplace", "platform", "edge");
  }

  @Test
  void foundationLetsFunctionsReachAwsWithoutAWayOut() {
    Set<String> endpoints =
        prod.all("AWS::EC2::VPCEndpoint").stream()
            .map(it -> it.properties().path("ServiceName").toString())
            .collect(Collectors.toSet());

    assertThat(endpoints).hasSize(6);
    assertThat(String.join(" ", endpoints))
        .contains("s3", "dynamodb", "sqs", "kms", "secretsmanager", "email");
    assertThat(prod.all("AWS::EC2::NatGateway")).hasSize(2);
    assertThat(Synthesized.of("dev").all("AWS::EC2::NatGateway")).hasSize(1);
    assertThat(prod.all("AWS::EC2::FlowLog").stream().map(it -> it.text("/TrafficType")))
        .containsExactly("REJECT");
  }

  @Test
  void foundationRotatesItsKeys() {
    assertThat(prod.all("AWS::KMS::Key").stream().filter(it -> it.stack().equals("foundation")))
        .hasSize(2)
        .allMatch(it -> it.properties().path("EnableKeyRotation").asBoolean());
  }

  @Test
  void foundationLetsAlarmsReachTheirTopicAndRaiseAlert() {
    Resource topic = prod.all("AWS::SNS::Topic").getFirst();
    JsonNode policy = prod.all("AWS::SNS::TopicPolicy").getFirst().properties();
    String key =
        prod.one("AWS::KMS::Key", "/Description", "Messages on queues, and alarms.")
            .properties()
            .toString();

    assertThat(
            Synthesized.each(policy.at("/PolicyDocument/Statement"))
                .map(it -> it.path("Effect").asText() + " " + it.at("/Principal/Service").asText()))
        .contains("Allow cloudwatch.amazonaws.com");
    assertThat(key).contains("cloudwatch.amazonaws.com");
    assertThat(prod.all("AWS::SNS::Subscription").stream().map(it -> it.text("/Protocol")))
        .containsExactlyInAnyOrder("email", "lambda");
    assertThat(topic.properties().path("KmsMasterKeyId").isMissingNode()).isFalse();
    Resource hears = prod.one("AWS::SNS::Subscription", "/Protocol", "lambda");
    assertThat(hears.referred("/Endpoint")).startsWith("RaiseAlert");
  }

  @Test
  void alarmsEndInTheWordsByWhichRaiseAlertKnowsHowBadTheyAre() throws IOException {
    String severity =
        Files.readString(
            Synthesized.ROOT.resolve(
                "functions/platform/raise-alert/src/main/java/com/aiqleads/platform/raisealert/Severity.java"));
    List<String> endings =
        Pattern.compile("\"(-[a-z-]+)\"")
            .matcher(severity)
            .results()
            .map(it -> it.group(1))
            .toList();
    List<String> alarms =
        prod.all("AWS::CloudWatch::Alarm").stream().map(it -> it.text("/AlarmName")).toList();

    assertThat(endings).hasSizeGreaterThan(2);
    assertThat(endings).allMatch(ending -> alarms.stream().anyMatch(it -> it.endsWith(ending)));
  }

  @Test
  void foundationMayWriteLettersFromItsDomain() {
    Resource identity = prod.all("AWS::SES::EmailIdentity").getFirst();

    assertThat(identity.text("/EmailIdentity")).isEqualTo("aiqleads.example");
    assertThat(identity.text("/MailFromAttributes/MailFromDomain"))
        .isEqualTo("mail.aiqleads.example");
    assertThat(prod.all("AWS::Route53::RecordSet").stream().map(it -> it.text("/Type")))
        .contains("CNAME", "MX", "TXT");
  }

  @Test
  void foundationNeedsNothingOfOthers() {
    assertThat(prod.template("foundation").toString()).doesNotContain("Fn::ImportValue");
  }

  @Test
  void issuerShowsItsDocumentsToTheWorldByCloudFrontAndToFunctionsByTheirNetwork() {
    JsonNode policy =
        prod.all("AWS::S3::BucketPolicy").stream()
            .filter(it -> it.stack().equals("issuer"))
            .findFirst()
            .orElseThrow()
            .properties();

    assertThat(policy.toString())
        .contains("aws:SourceVpce", "/.well-known/*", "cloudfront.amazonaws.com");
    assertThat(
            prod.byId("issuer", "AWS::CloudFront::Distribution", distribution("issuer"))
                .text("/DistributionConfig/Aliases/0"))
        .isEqualTo("issuer.aiqleads.example");
    assertThat(prod.one("AWS::KMS::Key", "/KeyUsage", "SIGN_VERIFY").text("/KeySpec"))
        .isEqualTo("RSA_2048");
  }

  @Test
  void issuerNeedsNothingThatComesAfterIt() {
    String issuer = prod.template("issuer").toString();

    assertThat(issuer).contains("Fn::ImportValue", "aiqleads-prod-foundation:");
    assertThat(issuer)
        .doesNotContain("aiqleads-prod-data:", "aiqleads-prod-platform:", "aiqleads-prod-edge:");
  }

  @Test
  void dataIsInTwoZonesEncryptedAndBounded() {
    Resource cluster = prod.all("AWS::RDS::DBCluster").getFirst();

    assertThat(prod.all("AWS::RDS::DBInstance")).hasSize(2);
    assertThat(cluster.properties().path("StorageEncrypted").asBoolean()).isTrue();
    assertThat(cluster.properties().at("/ServerlessV2ScalingConfiguration/MaxCapacity").asInt())
        .isEqualTo(16);
    assertThat(cluster.properties().path("BackupRetentionPeriod").asInt()).isEqualTo(35);
    Resource search = prod.all("AWS::OpenSearchService::Domain").getFirst();
    assertThat(search.properties().at("/ClusterConfig/ZoneAwarenessEnabled").asBoolean()).isTrue();
    assertThat(search.properties().at("/AdvancedSecurityOptions/Enabled").asBoolean()).isTrue();
    assertThat(search.properties().at("/NodeToNodeEncryptionOptions/Enabled").asBoolean()).isTrue();
    assertThat(search.properties().at("/DomainEndpointOptions/EnforceHTTPS").asBoolean()).isTrue();
  }

  @Test
  void dataHasARotatedSecretForEachRoleAndAProxyThatKnowsThem() {
    long schemas =
        Synthesized.REPOSITORY.contexts().stream().filter(it -> it.database() != null).count();

    assertThat(prod.all("AWS::SecretsManager::RotationSchedule"))
        .hasSize((int) schemas + 1)
        .as("roles are made after this stack: a first rotation would fail")
        .allMatch(
            it ->
                it.properties().has("RotateImmediatelyOnUpdate")
                    && !it.properties().path("RotateImmediatelyOnUpdate").asBoolean());
    Resource proxy = prod.all("AWS::RDS::DBProxy").getFirst();
    assertThat(proxy.properties().path("Auth")).hasSize((int) schemas + 1);
    assertThat(proxy.referred("/Auth/0/SecretArn"))
        .as("who can sign in before there are roles")
        .isEqualTo(administrator());
    assertThat(proxy.properties().path("RequireTLS").asBoolean()).isTrue();
  }

  @Test
  void dataLetsTheIndexWriteItsLogsBeforeItIsMade() {
    String policy = prod.all("AWS::Logs::ResourcePolicy").getFirst().id();
    String domain = prod.all("AWS::OpenSearchService::Domain").getFirst().id();

    assertThat(prod.template("data").at("/Resources/" + domain + "/DependsOn").toString())
        .contains("\"" + policy + "\"");
  }

  @Test
  void dataLogsSlowStatementsWithoutTheirValues() {
    JsonNode parameters =
        prod.all("AWS::RDS::DBClusterParameterGroup").getFirst().properties().path("Parameters");

    assertThat(parameters.path("log_min_duration_statement").asText()).isEqualTo("500");
    assertThat(parameters.path("log_parameter_max_length").asText()).isEqualTo("0");
    assertThat(parameters.path("log_parameter_max_length_on_error").asText()).isEqualTo("0");
  }

  private String administrator() {
    String secret =
        prod.one("AWS::SecretsManager::Secret", "/Name", "aiqleads/prod/platform/database-admin")
            .id();
    return prod.all("AWS::SecretsManager::SecretTargetAttachment").stream()
        .filter(it -> it.referred("/SecretId").equals(secret))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void dataIsWatchedWhereItRunsShort() {
    Resource connections = alarm("database-connections");
    assertThat(connections.properties().path("Threshold").asInt()).isEqualTo(640);
    assertThat(alarm("database-cache-hits").properties().path("Threshold").asInt()).isEqualTo(70);
    assertThat(alarm("database-pinned").text("/MetricName"))
        .isEqualTo("DatabaseConnectionsCurrentlySessionPinned");
  }

  @Test
  void dataIsBackedUpDaily() {
    Resource plan = prod.all("AWS::Backup::BackupPlan").getFirst();

    assertThat(plan.text("/BackupPlan/BackupPlanRule/0/ScheduleExpression"))
        .isEqualTo("cron(0 7 * * ? *)");
    assertThat(plan.text("/BackupPlan/BackupPlanRule/0/Lifecycle/DeleteAfterDays")).isEqualTo("35");
  }

  @Test
  void acquisitionGoesOutToSourcesAndTheStateOnlyAndForgetsPages() {
    assertThat(inSubnetsOf("acquisition", "egress"))
        .containsExactlyInAnyOrder(
            "pull-deletions",
            "scrape-craigslist",
            "scrape-facebook",
            "scrape-fsbo",
            "scrape-linkedin",
            "scrape-zillow",
            "scrub-numbers");
    assertThat(inSubnetsOf("acquisition", "inside")).contains("resolve-lead");
    assertThat(
            prod.one("AWS::S3::Bucket", "/BucketName", "aiqleads-prod-acquisition-pages")
                .text("/LifecycleConfiguration/Rules/0/ExpirationInDays"))
        .isEqualTo("90");
  }

  @Test
  void acquisitionIsWatchedWhereItsCacheSavesTooLittle() throws IOException {
    String kinds = text("shared/acquisition/.../acquisition/validation/ValidationCache.java");
    String counted = text("shared/acquisition-store/.../acquisition/store/CountedCache.java");
    Resource hits = alarm("validation-cache-hits");

    assertThat(hits.properties().path("Threshold").asInt()).isEqualTo(70);
    assertThat(hits.text("/ComparisonOperator")).isEqualTo("LessThanThreshold");
    assertThat(
            Synthesized.each(hits.properties().path("Metrics"))
                .map(it -> it.at("/MetricStat/Metric"))
                .filter(metric -> !metric.isMissingNode()))
        .hasSize(2 * CacheAlarms.KINDS.size())
        .allSatisfy(
            metric -> {
              assertThat(counted).contains("\"" + metric.path("MetricName").asText() + "\"");
              assertThat(kinds).contains("\"" + dimension(metric, "of") + "\"");
              assertThat(counted).contains("\"" + dimension(metric, "outcome") + "\"");
              assertThat(dimension(metric, "function")).isEqualTo("acquisition-validate-lead");
            });
  }

  private static String dimension(JsonNode metric, String name) {
    return Synthesized.each(metric.path("Dimensions"))
        .filter(it -> it.path("Name").asText().equals(name))
        .map(it -> it.path("Value").asText())
        .collect(Collectors.joining());
  }

  /// `...` stands for the folders of sources.
  private static String text(String file) throws IOException {
    return Files.readString(
        Synthesized.ROOT.resolve(file.replace("...", "src/main/java/com/aiqleads")));
  }

  @Test
  void marketplaceAnswersFromInsideTheNetworkBehindAliasesThatMoveSlowly() {
    assertThat(inSubnetsOf("marketplace", "egress"))
        .containsExactlyInAnyOrder(
            "charge-cards", "deliver-lead", "pay-order", "settle-payments", "top-up-wallet");
    assertThat(inSubnetsOf("marketplace", "inside")).contains("search-leads", "index-leads");
    Resource search =
        prod.one(
            "AWS::Lambda::Function", "/FunctionName", "aiqleads-prod-marketplace-search-leads");
    assertThat(search.text("/SnapStart/ApplyOn")).isEqualTo("PublishedVersions");
    assertThat(
            prod.all("AWS::Lambda::Alias").stream()
                .filter(it -> it.stack().equals("marketplace"))
                .map(it -> it.referred("/FunctionName").replaceAll("Function.*", "")))
        .containsExactlyInAnyOrder(
            "CheckOut",
            "ManageCart",
            "ManageDeliveries",
            "ManagePriceBook",
            "ManageStandingOrders",
            "ManageSubscription",
            "ManageWallet",
            "OverseeSales",
            "PayOrder",
            "ProveExclusivity",
            "QuotePrice",
            "ReceivePayment",
            "SearchLeads",
            "SettleReturn",
            "TopUpWallet");
  }

  private List<String> inSubnetsOf(String context, String subnets) {
    String prefix = "aiqleads-prod-" + context + "-";
    return prod.all("AWS::Lambda::Function").stream()
        .filter(it -> it.text("/FunctionName").startsWith(prefix))
        .filter(it -> it.properties().at("/VpcConfig/SubnetIds").toString().contains(subnets))
        .map(it -> it.text("/FunctionName").substring(prefix.length()))
        .toList();
  }

  @Test
  void platformHasTheOneApiWithTheIssuersTokens() {
    Resource authorizer = prod.all("AWS::ApiGatewayV2::Authorizer").getFirst();

    assertThat(authorizer.stack()).isEqualTo("platform");
    assertThat(authorizer.text("/JwtConfiguration/Issuer"))
        .isEqualTo("https://issuer.aiqleads.example");
    assertThat(authorizer.text("/JwtConfiguration/Audience/0")).isEqualTo("aiqleads");
    Resource stage = prod.all("AWS::ApiGatewayV2::Stage").getFirst();
    assertThat(stage.properties().at("/DefaultRouteSettings/ThrottlingRateLimit").asInt())
        .isEqualTo(1000);
    assertThat(stage.text("/AccessLogSettings/Format")).doesNotContain("authorization", "cookie");
    assertThat(alarm("api-latency").properties().path("Threshold").asInt()).isEqualTo(500);
  }

  @Test
  void platformAnswersBrowsersAsContextsAllow() {
    CfnApi.CorsProperty answer =
        Objects.requireNonNull(
            Api.crossOrigin(new BrowserAccess(List.of("https://partner.example"))));

    assertThat(answer.getAllowOrigins()).containsExactly("https://partner.example");
    assertThat(answer.getAllowMethods()).isEqualTo(BrowserAccess.METHODS);
    assertThat(answer.getAllowHeaders()).isEqualTo(BrowserAccess.REQUEST_HEADERS);
    assertThat(answer.getExposeHeaders()).isEqualTo(BrowserAccess.ANSWER_HEADERS);
    assertThat(answer.getAllowCredentials()).isNull();
    assertThat(prod.all("AWS::ApiGatewayV2::Api").getFirst().properties().has("CorsConfiguration"))
        .isEqualTo(!BrowserAccess.of(Synthesized.REPOSITORY, "prod").origins().isEmpty());
  }

  @Test
  void edgeSendsTheSecretThatFunctionsAskForAndCachesNothing() {
    JsonNode config =
        prod.byId("edge", "AWS::CloudFront::Distribution", distribution("edge"))
            .properties()
            .path("DistributionConfig");

    assertThat(config.at("/Origins/0/OriginCustomHeaders/0/HeaderName").asText())
        .isEqualTo(EdgeStack.HEADER);
    assertThat(config.at("/Origins/0/OriginCustomHeaders/0/HeaderValue").toString())
        .contains("{{resolve:secretsmanager:aiqleads/prod/platform/edge-secret-1:SecretString");
    assertThat(config.at("/DefaultCacheBehavior/CachePolicyId").asText())
        .as("the managed policy that caches nothing")
        .isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    assertThat(config.path("WebACLId").isMissingNode()).isFalse();
  }

  @Test
  void edgeTellsFunctionsWhereARequestComesFrom() {
    Resource teller = prod.all("AWS::CloudFront::Function").getFirst();

    assertThat(teller.text("/FunctionCode"))
        .contains("headers['x-aiqleads-viewer-address'] = { value: event.viewer.ip }");
    assertThat(
            prod.byId("edge", "AWS::CloudFront::Distribution", distribution("edge"))
                .text("/DistributionConfig/DefaultCacheBehavior/FunctionAssociations/0/EventType"))
        .isEqualTo("viewer-request");
  }

  @Test
  void edgeTurnsAwayFloodsAndKnownAttacks() {
    JsonNode rules = prod.all("AWS::WAFv2::WebACL").getFirst().properties().path("Rules");

    assertThat(rules).hasSize(5);
    assertThat(prod.all("AWS::WAFv2::LoggingConfiguration").getFirst().properties().toString())
        .contains("authorization", "cookie", EdgeStack.HEADER);
  }

  /// Whoever keeps to the quotas is never turned away by address.
  @Test
  void edgeLetsThroughWhatTheQuotaOfATeamLetsThrough() throws IOException {
    Matcher team =
        Pattern.compile("int TEAM = ([0-9]+);")
            .matcher(
                Files.readString(
                    Synthesized.ROOT.resolve(
                        "shared/lambda-http/src/main/java/com/aiqleads/lambda/http/"
                            + "QuotaTable.java")));

    assertThat(team.find()).isTrue();
    assertThat(rate().path("Limit").asInt()).isGreaterThan(5 * Integer.parseInt(team.group(1)));
  }

  @Test
  void edgeDoesNotCountWhatTheConsoleAsksForMany() {
    JsonNode known = rate().at("/ScopeDownStatement/NotStatement/Statement/ByteMatchStatement");

    assertThat(known.at("/FieldToMatch/SingleHeader/Name").asText()).isEqualTo(EdgeStack.HEADER);
    assertThat(known.path("PositionalConstraint").asText()).isEqualTo("EXACTLY");
    assertThat(known.path("SearchString").toString())
        .contains("{{resolve:secretsmanager:aiqleads/prod/platform/edge-secret-1:SecretString");
  }

  private JsonNode rate() {
    return prod.all("AWS::WAFv2::WebACL")
        .getFirst()
        .properties()
        .at("/Rules/0/Statement/RateBasedStatement");
  }

  /// They end at 8 KB and less, where the API takes 256 KB and says what is too long.
  @Test
  void edgeLeavesSizesToTheApi() {
    JsonNode rules = prod.all("AWS::WAFv2::WebACL").getFirst().properties().path("Rules");
    JsonNode common =
        Synthesized.each(rules)
            .map(it -> it.at("/Statement/ManagedRuleGroupStatement"))
            .filter(it -> it.path("Name").asText().equals("AWSManagedRulesCommonRuleSet"))
            .findFirst()
            .orElseThrow();

    assertThat(Synthesized.each(common.path("RuleActionOverrides")))
        .allMatch(it -> it.path("ActionToUse").has("Count"))
        .extracting(it -> it.path("Name").asText())
        .containsExactlyInAnyOrder(
            "SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING", "SizeRestrictions_URIPATH");
  }

  private String distribution(String stack) {
    return prod.all("AWS::CloudFront::Distribution").stream()
        .filter(it -> it.stack().equals(stack))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Resource alarm(String name) {
    return prod.one("AWS::CloudWatch::Alarm", "/AlarmName", "aiqleads-prod-" + name);
  }
}
