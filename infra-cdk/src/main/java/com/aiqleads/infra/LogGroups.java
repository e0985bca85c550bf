package com.aiqleads.infra;

import com.aiqleads.manifest.AwsNames;
import com.aiqleads.manifest.FunctionId;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// Logs are kept for three months, and go with their stack.
final class LogGroups {

  private LogGroups() {}

  static String name(AwsNames names, FunctionId id) {
    return "/aws/lambda/" + names.function(id);
  }

  static LogGroup make(Construct scope, String id, String name) {
    return LogGroup.Builder.create(scope, id)
        .logGroupName(name)
        .retention(RetentionDays.THREE_MONTHS)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }
}
