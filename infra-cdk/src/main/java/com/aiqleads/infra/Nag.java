package com.aiqleads.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.constructs.IConstruct;

/// Has every resource checked against AWS's own advice. What stands against it is an error of the
/// synthesis, unless whoever made the resource says why it stands.
final class Nag {

  private Nag() {}

  static void watch(App app) {
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().build());
    Aspects.of(app).add(ServerlessChecks.Builder.create().build());
  }

  /// The rule stays broken here and in everything below, for this reason.
  static void accept(IConstruct construct, String rule, String reason) {
    NagSuppressions.addResourceSuppressions(
        construct, List.of(NagPackSuppression.builder().id(rule).reason(reason).build()), true);
  }
}
