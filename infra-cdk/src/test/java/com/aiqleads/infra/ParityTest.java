package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.infra.Synthesized.Resource;
import com.aiqleads.manifest.AwsNames;
import com.aiqleads.manifest.ContextManifest;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.QueueSettings;
import com.aiqleads.manifest.Route;
import com.aiqleads.manifest.RouteAccess;
import com.aiqleads.manifest.Trigger;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The templates say what the manifests say: all of it, and nothing else.
class ParityTest {

  private final Synthesized synthesized = Synthesized.any();
  private final AwsNames names = synthesized.stage().names();
  private final List<FunctionManifest> manifests = Synthesized.REPOSITORY.functions();

  @Test
  void functions() {
    assertThat(lines(synthesized.all("AWS::Lambda::Function").stream().map(this::function)))
        .isEqualTo(
            lines(
                manifests.stream()
                    .map(
                        it ->
                            String.join(
                                " | ",
                                names.function(it.id()),
                                it.id().handlerClass(),
                                it.limits().memoryMb() + " MB",
                                it.limits().timeout().toSeconds() + " s",
                                it.hasQueue() || !it.routes().isEmpty()
                                    ? ""
                                    : "" + it.limits().concurrency(),
                                it.routes().isEmpty() ? "" : "PublishedVersions",
                                Placement.of(it.uses()) == Placement.OUTSIDE ? "" : "network",
                                it.purpose()))));
  }

  private String function(Resource function) {
    return String.join(
        " | ",
        function.text("/FunctionName"),
        function.text("/Handler"),
        function.text("/MemorySize") + " MB",
        function.text("/Timeout") + " s",
        function.text("/ReservedConcurrentExecutions"),
        function.text("/SnapStart/ApplyOn"),
        function.properties().has("VpcConfig") ? "network" : "",
        function.text("/Description"));
  }

  @Test
  void queues() {
    List<String> expected = new ArrayList<>();
    for (FunctionManifest function : manifests) {
      QueueSettings queue = QueueSettings.of(function, names);
      if (function.hasQueue()) {
        expected.add(
            "%s%s | %d s | %d s | %d receives | %s"
                .formatted(
                    queue.name(),
                    queue.fifo() ? " in order" : "",
                    queue.visibility().toSeconds(),
                    queue.retention().toSeconds(),
                    queue.maxReceiveCount(),
                    queue.deadLetters()));
      }
      if (function.hasQueue() || Permissions.isAsynchronous(function)) {
        expected.add(
            "%s%s |  s | %d s |  receives | "
                .formatted(
                    queue.deadLetters(),
                    queue.fifo() ? " in order" : "",
                    queue.deadLetterRetention().toSeconds()));
      }
    }

    assertThat(lines(synthesized.all("AWS::SQS::Queue").stream().map(this::queue)))
        .isEqualTo(lines(expected.stream()));
  }

  private String queue(Resource queue) {
    String deadLetters = queue.referred("/RedrivePolicy/deadLetterTargetArn");
    return "%s%s | %s s | %s s | %s receives | %s"
        .formatted(
            queue.text("/QueueName"),
            queue.text("/FifoQueue").equals("true") ? " in order" : "",
            queue.text("/VisibilityTimeout"),
            queue.text("/MessageRetentionPeriod"),
            queue.text("/RedrivePolicy/maxReceiveCount"),
            deadLetters.isEmpty()
                ? ""
                : nameOf(queue.stack(), "AWS::SQS::Queue", deadLetters, "/QueueName"));
  }

  @Test
  void pollers() {
    Stream<String> made =
        synthesized.all("AWS::Lambda::EventSourceMapping").stream()
            .map(
                it ->
                    "%s from %s: %s in %s s, %s at once"
                        .formatted(
                            functionName(it, "/FunctionName"),
                            nameOf(
                                it.stack(),
                                "AWS::SQS::Queue",
                                it.referred("/EventSourceArn"),
                                "/QueueName"),
                            it.text("/BatchSize"),
                            it.properties().path("MaximumBatchingWindowInSeconds").asInt(0),
                            it.text("/ScalingConfig/MaximumConcurrency")));

    assertThat(lines(made))
        .isEqualTo(
            lines(
                manifests.stream()
                    .filter(FunctionManifest::hasQueue)
                    .map(
                        it ->
                            "%s from %s: %d in %d s, %d at once"
                                .formatted(
                                    names.function(it.id()),
                                    names.queue(it),
                                    it.limits().batch(),
                                    it.limits().window().toSeconds(),
                                    it.limits().concurrency()))));
  }

  @Test
  void schedules() {
    Map<String, String> expected = new TreeMap<>();
    for (FunctionManifest function : manifests) {
      if (function.trigger() instanceof Trigger.OnSchedule scheduled) {
        expected.put(names.schedule(function.id()), scheduled.schedule().expression());
      }
    }

    Map<String, String> made = new TreeMap<>();
    for (Resource schedule : synthesized.all("AWS::Scheduler::Schedule")) {
      made.put(schedule.text("/Name"), schedule.text("/ScheduleExpression"));
      assertThat(functionName(schedule, "/Target/Arn")).isEqualTo(schedule.text("/Name"));
      assertThat(schedule.text("/Target/Input"))
          .contains("\"schedule\":\"" + schedule.text("/Name") + "\"")
          .contains("<aws.scheduler.scheduled-time>");
    }

    assertThat(made).isEqualTo(expected);
  }

  @Test
  void routesAndWhoMayCallThem() {
    assertThat(lines(synthesized.all("AWS::ApiGatewayV2::Route").stream().map(this::route)))
        .isEqualTo(
            lines(
                manifests.stream()
                    .flatMap(
                        function ->
                            function.routes().stream()
                                .map(
                                    route ->
                                        "%s | %s | %s"
                                            .formatted(
                                                route.key(),
                                                access(route),
                                                names.function(function.id()))))));
  }

  private static String access(Route route) {
    return switch (route.access()) {
      case RouteAccess.Public _, RouteAccess.Session _ -> "NONE []";
      case RouteAccess.SignedIn _ -> "JWT tokens []";
      case RouteAccess.Scope scope -> "JWT tokens [" + scope.text() + "]";
    };
  }

  private String route(Resource route) {
    String scopes =
        Synthesized.each(route.properties().path("AuthorizationScopes"))
            .map(JsonNode::asText)
            .collect(Collectors.joining(",", "[", "]"));
    String integration = route.properties().at("/Target/Fn::Join/1/1/Ref").asText();
    Resource target =
        synthesized.byId(route.stack(), "AWS::ApiGatewayV2::Integration", integration);
    Resource alias =
        synthesized.byId(route.stack(), "AWS::Lambda::Alias", target.referred("/IntegrationUri"));
    return "%s | %s %s | %s"
        .formatted(
            route.text("/RouteKey"),
            route.text("/AuthorizationType") + authorizer(route),
            scopes,
            functionName(alias, "/FunctionName"));
  }

  /// The name of the authorizer that the route has, if any, also from another stack.
  private String authorizer(Resource route) {
    String reference = route.properties().path("AuthorizerId").toString();
    return synthesized.all("AWS::ApiGatewayV2::Authorizer").stream()
        .filter(it -> reference.contains(it.id()))
        .map(it -> " " + it.text("/Name"))
        .collect(Collectors.joining());
  }

  /// Whoever may invoke a function other than by its role: the gateway those with routes, by their
  /// alias, and alarms the one that tells of them.
  @Test
  void invocations() {
    Stream<String> expected =
        Stream.concat(
            manifests.stream()
                .filter(it -> !it.routes().isEmpty())
                .map(
                    it -> "apigateway.amazonaws.com calls the alias of " + names.function(it.id())),
            Stream.of(
                "sns.amazonaws.com calls " + synthesized.stage().resource("platform-raise-alert")));

    assertThat(lines(synthesized.all("AWS::Lambda::Permission").stream().map(this::permission)))
        .isEqualTo(lines(expected));
  }

  private String permission(Resource permission) {
    assertThat(permission.text("/Action")).isEqualTo("lambda:InvokeFunction");
    assertThat(permission.properties().has("SourceArn")).isTrue();
    String caller = permission.text("/Principal") + " calls ";
    String id = permission.referred("/FunctionName");
    return synthesized.all("AWS::Lambda::Alias").stream()
        .filter(it -> it.stack().equals(permission.stack()) && it.id().equals(id))
        .map(it -> caller + "the alias of " + functionName(it, "/FunctionName"))
        .findFirst()
        .orElseGet(() -> caller + functionName(permission, "/FunctionName"));
  }

  @Test
  void gatewaysWaitForAsLongAsTheirFunctions() {
    for (Resource integration : synthesized.all("AWS::ApiGatewayV2::Integration")) {
      Resource alias =
          synthesized.byId(
              integration.stack(), "AWS::Lambda::Alias", integration.referred("/IntegrationUri"));
      Resource function =
          synthesized.byId(alias.stack(), "AWS::Lambda::Function", alias.referred("/FunctionName"));
      assertThat(integration.properties().path("TimeoutInMillis").asLong())
          .isEqualTo(Duration.ofSeconds(function.properties().path("Timeout").asLong()).toMillis());
    }
  }

  @Test
  void tables() {
    assertThat(lines(synthesized.all("AWS::DynamoDB::Table").stream().map(ParityTest::table)))
        .isEqualTo(
            lines(
                each(ContextManifest::tables)
                    .map(
                        it ->
                            "%s | %s | %s | %s"
                                .formatted(
                                    names.table(it.name()),
                                    it.value().key(),
                                    it.value().sort() == null ? "" : it.value().sort(),
                                    it.value().ttl() == null ? "" : it.value().ttl()))));
  }

  private static String table(Resource table) {
    return "%s | %s | %s | %s"
        .formatted(
            table.text("/TableName"),
            table.text("/KeySchema/0/AttributeName"),
            table.text("/KeySchema/1/AttributeName"),
            table.text("/TimeToLiveSpecification/AttributeName"));
  }

  @Test
  void bucketsAndWhenTheirObjectsExpire() {
    Stream<String> made =
        synthesized.all("AWS::S3::Bucket").stream()
            .filter(it -> !it.text("/BucketName").endsWith("access-logs"))
            .map(
                it ->
                    it.text("/BucketName")
                        + " | "
                        + it.text("/LifecycleConfiguration/Rules/0/ExpirationInDays"));

    assertThat(lines(made))
        .isEqualTo(
            lines(
                each(ContextManifest::buckets)
                    .map(
                        it ->
                            names.bucket(it.name())
                                + " | "
                                + (it.value().expiresAfter() == null
                                    ? ""
                                    : it.value().expiresAfter().toDays()))));
  }

  @Test
  void secrets() {
    Set<String> expected = new TreeSet<>();
    each(ContextManifest::secrets).forEach(it -> expected.add(names.secret(it.name())));
    for (ContextManifest context : Synthesized.REPOSITORY.contexts()) {
      if (context.database() != null) {
        expected.add(names.databaseSecret(context.name()));
      }
    }
    expected.add(names.databaseAdminSecret());
    EdgeSecrets.of(synthesized.stage()).forEach(it -> expected.add(names.secret(it)));

    assertThat(
            lines(
                synthesized.all("AWS::SecretsManager::Secret").stream()
                    .map(it -> it.text("/Name"))))
        .isEqualTo(lines(expected.stream()));
  }

  @Test
  void keys() {
    Set<String> expected = new TreeSet<>();
    each(ContextManifest::keys).forEach(it -> expected.add(names.keyAlias(it.name())));
    expected.add("alias/" + synthesized.stage().resource("messages"));
    expected.add("alias/" + synthesized.stage().resource("data"));

    assertThat(lines(synthesized.all("AWS::KMS::Alias").stream().map(it -> it.text("/AliasName"))))
        .isEqualTo(lines(expected.stream()));
  }

  private record Owned<T>(com.aiqleads.manifest.Resource name, T value) {}

  private static <T> Stream<Owned<T>> each(
      java.util.function.Function<ContextManifest, Map<String, T>> things) {
    return Synthesized.REPOSITORY.contexts().stream()
        .flatMap(
            context ->
                things.apply(context).entrySet().stream()
                    .map(
                        it ->
                            new Owned<>(
                                new com.aiqleads.manifest.Resource(context.name(), it.getKey()),
                                it.getValue())));
  }

  private String functionName(Resource from, String path) {
    return nameOf(from.stack(), "AWS::Lambda::Function", from.referred(path), "/FunctionName");
  }

  private String nameOf(String stack, String type, String id, String path) {
    return synthesized.byId(stack, type, id).text(path);
  }

  private static String lines(Stream<String> lines) {
    return lines.sorted().collect(Collectors.joining("\n"));
  }
}
