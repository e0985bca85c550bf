package com.aiqleads.infra;

import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Trigger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.sns.subscriptions.LambdaSubscription;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/// The only place that makes a function: role, log, code, network, trigger and alarms, all of them
/// as its manifest says.
final class FunctionFromManifest extends Construct {

  private final Ground ground;
  private final FunctionManifest manifest;
  private final Function function;
  private final IFunction target;

  FunctionFromManifest(
      Construct scope,
      Ground ground,
      Destinations destinations,
      FunctionManifest manifest,
      Alarms alarms,
      Deployments deployments) {
    super(scope, LogicalName.of(manifest.id().name()));
    this.ground = ground;
    this.manifest = manifest;
    FunctionAlarms watched = new FunctionAlarms(alarms, manifest);
    if (manifest.routes().isEmpty()) {
      FunctionQueues queues =
          new FunctionQueues(this, ground.stage(), ground.foundation().keys(), alarms);
      Queue deadLetters = queues.deadLetters(manifest);
      this.function = function(destinations, manifest.hasQueue() ? null : deadLetters);
      this.target = function;
      watched.of(function);
      trigger(deadLetters, queues);
    } else {
      this.function = function(destinations, null);
      this.target = waitedFor(watched, deployments);
    }
  }

  FunctionManifest manifest() {
    return manifest;
  }

  Function function() {
    return function;
  }

  /// What routes call: an alias for functions that people wait for.
  IFunction target() {
    return target;
  }

  /// @param deadLetters where asynchronous invocations end that failed for good
  private Function function(Destinations destinations, @Nullable Queue deadLetters) {
    Function.Builder builder =
        Function.Builder.create(this, "Function")
            .functionName(ground.stage().names().function(manifest.id()))
            .description(manifest.purpose())
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .handler(manifest.id().handlerClass())
            .code(ground.artefacts().of(manifest.id()))
            .memorySize(manifest.limits().memoryMb())
            .timeout(Duration.seconds(manifest.limits().timeout().toSeconds()))
            .environment(new FunctionEnvironment(ground, destinations).of(manifest))
            .role(role())
            .logGroup(
                LogGroups.make(this, "Log", LogGroups.name(ground.stage().names(), manifest.id())))
            .tracing(Tracing.ACTIVE);
    place(builder);
    if (isBounded(manifest)) {
      builder.reservedConcurrentExecutions(manifest.limits().concurrency());
    }
    if (deadLetters != null) {
      builder.deadLetterQueue(deadLetters);
    }
    if (!manifest.routes().isEmpty()) {
      builder
          .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
          // Or there would be none to go back to: each deployment would delete the one before.
          .currentVersionOptions(
              VersionOptions.builder()
                  .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                  .build());
    }
    Function made = builder.build();
    // Routes call a version, by its alias.
    Annotations.of(made).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish");
    if (deadLetters == null) {
      Nag.accept(
          made,
          "Serverless-LambdaDLQ",
          "Invoked with somebody waiting: the poller of its queue, or the gateway.");
    }
    return made;
  }

  /// Not what a queue feeds: its poller has a bound of its own, see the mapping below. Nor what
  /// people wait for: it would turn away the next caller at once, where the stage's rate and the
  /// quotas bound callers already.
  static boolean isBounded(FunctionManifest manifest) {
    return !manifest.hasQueue() && manifest.routes().isEmpty();
  }

  private void place(Function.Builder builder) {
    Network network = ground.foundation().network();
    switch (Placement.of(manifest.uses())) {
      case OUTSIDE -> {}
      case INSIDE ->
          builder
              .vpc(network.vpc())
              .vpcSubnets(Network.INSIDE)
              .securityGroups(List.of(network.functions()));
      case EGRESS ->
          builder
              .vpc(network.vpc())
              .vpcSubnets(Network.EGRESS)
              .securityGroups(List.of(network.functions()));
    }
  }

  /// Nobody adds to it: what a function may do stands in [Permissions] and nowhere else.
  private IRole role() {
    Role role = makeRole();
    String reason =
        "Only what AWS knows no smaller name for, each on the list of PermissionsTest: traces,"
            + " network interfaces, its own log's streams, objects of its buckets, the search"
            + " index's paths, keys that rotate behind one alias, and the six characters that"
            + " Secrets Manager appends.";
    Nag.accept(role, "AwsSolutions-IAM5", reason);
    Nag.accept(role, "Serverless-LambdaStarPermissions", reason);
    return role.withoutPolicyUpdates();
  }

  private Role makeRole() {
    return Role.Builder.create(this, "Role")
        .roleName(ground.stage().names().function(manifest.id()))
        .description("What " + manifest.id().text() + " may do.")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(
            Map.of(
                "uses",
                PolicyDocument.Builder.create()
                    .statements(ground.permissions().of(manifest))
                    .build()))
        .build();
  }

  private void trigger(Queue deadLetters, FunctionQueues queues) {
    if (manifest.hasQueue()) {
      poll(queues.queue(manifest, deadLetters));
    } else if (manifest.trigger() instanceof Trigger.OnSchedule scheduled) {
      Schedules.make(this, ground, scheduled, deadLetters);
    }
    if (SpecialFunctions.hearsAlarms(manifest)) {
      ground.foundation().alarms().addSubscription(new LambdaSubscription(function));
      Nag.accept(
          function,
          "Serverless-SNSRedrivePolicy",
          "The topic offers an alarm for weeks until Lambda has taken it; what fails then ends in"
              + " the dead letters of the function.");
    }
  }

  private void poll(Queue queue) {
    Duration window = Duration.seconds(manifest.limits().window().toSeconds());
    EventSourceMapping mapping =
        EventSourceMapping.Builder.create(this, "Mapping")
            .target(function)
            .eventSourceArn(queue.getQueueArn())
            .batchSize(manifest.limits().batch())
            .maxBatchingWindow(manifest.limits().window().isZero() ? null : window)
            .maxConcurrency(manifest.limits().concurrency())
            .reportBatchItemFailures(true)
            .build();
    Nag.accept(
        mapping,
        "Serverless-LambdaEventSourceMappingDestination",
        "Mappings of queues have none: the queue itself has its dead-letter queue.");
  }

  /// A version and an alias that moves to the next version by a tenth first, and back if that
  /// fails. Alarms for people are too slow to stop it, and one that rings anyway, for slow answers,
  /// say, would keep out the very version that mends them.
  private Alias waitedFor(FunctionAlarms watched, Deployments deployments) {
    Alias alias =
        Alias.Builder.create(this, "Alias")
            .aliasName("live")
            .version(function.getCurrentVersion())
            .build();
    watched.of(alias);
    LambdaDeploymentGroup.Builder.create(this, "Deployment")
        .application(deployments.application())
        .role(deployments.role())
        .deploymentGroupName(ground.stage().names().function(manifest.id()))
        .alias(alias)
        .deploymentConfig(LambdaDeploymentConfig.CANARY_10_PERCENT_10_MINUTES)
        .alarms(List.of(watched.ofDeployment(ground.stage(), alias)))
        .autoRollback(
            AutoRollbackConfig.builder().failedDeployment(true).deploymentInAlarm(true).build())
        .build();
    return alias;
  }
}
