package com.aiqleads.infra;

import com.aiqleads.manifest.BrowserAccess;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// The HTTP API and who may pass it: tokens of our issuer, verified before a function starts.
final class Api extends Construct {

  static final String AUDIENCE = "aiqleads";

  /// What a line of the access log says: nobody's token, address line or body.
  private static final String LOG_LINE =
      "{\"requestId\":\"$context.requestId\",\"time\":\"$context.requestTime\","
          + "\"route\":\"$context.routeKey\",\"status\":\"$context.status\","
          + "\"ms\":\"$context.responseLatency\",\"bytes\":\"$context.responseLength\","
          + "\"error\":\"$context.error.messageString\","
          + "\"authorizer\":\"$context.authorizer.error\"}";

  private static final double MAX_LATENCY_MS = 500;
  private static final double MAX_ERRORS_PERCENT = 1;
  private static final int PERIODS = 2;
  private static final Duration PERIOD = Duration.minutes(5);

  private final Stage stage;
  private final CfnApi api;
  private final CfnAuthorizer authorizer;

  Api(Construct scope, Ground ground, Alarms alarms) {
    super(scope, "Api");
    this.stage = ground.stage();
    this.api =
        CfnApi.Builder.create(this, "Api")
            .name(stage.resource("api"))
            .description("Every route of AIQLeads.")
            .protocolType("HTTP")
            .corsConfiguration(
                crossOrigin(BrowserAccess.of(ground.repository(), ground.stage().name())))
            .build();
    this.authorizer = authorizer();
    entrance();
    watch(alarms);
  }

  String id() {
    return api.getRef();
  }

  String authorizerId() {
    return authorizer.getRef();
  }

  /// The address behind CloudFront; functions refuse what does not come from there.
  String host() {
    return "%s.execute-api.%s.amazonaws.com".formatted(id(), Stage.REGION);
  }

  /// Without origins there is none at all: an empty one would answer preflight requests too.
  static CfnApi.@Nullable CorsProperty crossOrigin(BrowserAccess access) {
    if (access.origins().isEmpty()) {
      return null;
    }
    return CfnApi.CorsProperty.builder()
        .allowOrigins(access.origins())
        .allowMethods(BrowserAccess.METHODS)
        .allowHeaders(BrowserAccess.REQUEST_HEADERS)
        .exposeHeaders(BrowserAccess.ANSWER_HEADERS)
        .maxAge(BrowserAccess.MAX_AGE.toSeconds())
        .build();
  }

  private CfnAuthorizer authorizer() {
    return CfnAuthorizer.Builder.create(this, "Tokens")
        .apiId(id())
        .name("tokens")
        .authorizerType("JWT")
        .identitySource(List.of("$request.header.Authorization"))
        .jwtConfiguration(
            CfnAuthorizer.JWTConfigurationProperty.builder()
                .issuer("https://" + stage.issuerDomain())
                .audience(List.of(AUDIENCE))
                .build())
        .build();
  }

  private void entrance() {
    LogGroup log = LogGroups.make(this, "AccessLog", "/aiqleads/" + stage.name() + "/api");
    CfnStage.Builder.create(this, "Stage")
        .apiId(id())
        .stageName("$default")
        .autoDeploy(true)
        .accessLogSettings(
            CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(log.getLogGroupArn())
                .format(LOG_LINE)
                .build())
        .defaultRouteSettings(
            CfnStage.RouteSettingsProperty.builder()
                .throttlingRateLimit(stage.requests().rate())
                .throttlingBurstLimit(stage.requests().burst())
                .detailedMetricsEnabled(true)
                .build())
        .build();
  }

  private void watch(Alarms alarms) {
    alarms.above(
        "api-latency",
        metric("Latency", "p95"),
        MAX_LATENCY_MS,
        PERIODS,
        "One request in twenty takes more than 500 ms.");
    alarms.above(
        "api-errors",
        MathExpression.Builder.create()
            .expression("100 * errors / MAX([errors, requests])")
            .usingMetrics(
                new TreeMap<>(
                    Map.of("errors", metric("5xx", "Sum"), "requests", metric("Count", "Sum"))))
            .period(PERIOD)
            .label("errors in percent")
            .build(),
        MAX_ERRORS_PERCENT,
        PERIODS,
        "More than 1 % of requests fail.");
  }

  private Metric metric(String name, String statistic) {
    return Metric.Builder.create()
        .namespace("AWS/ApiGateway")
        .metricName(name)
        .dimensionsMap(Map.of("ApiId", id()))
        .statistic(statistic)
        .period(PERIOD)
        .build();
  }
}
