package com.aiqleads.infra;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.codedeploy.LambdaApplication;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/// Where CodeDeploy moves aliases: one application and one role for all functions of a stack. Each
/// group would bring its own otherwise, and a stack ends at 500 resources.
final class Deployments {

  private final Construct scope;
  private final Stage stage;
  private final String name;
  private @Nullable LambdaApplication application;
  private @Nullable Role role;

  /// Makes nothing as long as no function is moved.
  Deployments(Construct scope, Stage stage, String name) {
    this.scope = scope;
    this.stage = stage;
    this.name = name;
  }

  LambdaApplication application() {
    if (application == null) {
      application =
          LambdaApplication.Builder.create(scope, "Deployments")
              .applicationName(stage.resource(name))
              .build();
    }
    return application;
  }

  IRole role() {
    if (role == null) {
      role =
          Role.Builder.create(scope, "DeploymentsRole")
              .description("Moves the aliases of " + name + " to new versions.")
              .assumedBy(new ServicePrincipal("codedeploy.amazonaws.com"))
              .managedPolicies(
                  List.of(
                      ManagedPolicy.fromAwsManagedPolicyName(
                          "service-role/AWSCodeDeployRoleForLambdaLimited")))
              .build();
      Nag.accept(
          role,
          "AwsSolutions-IAM4",
          "AWSCodeDeployRoleForLambdaLimited is what AWS says that CodeDeploy needs.");
    }
    return role;
  }
}
