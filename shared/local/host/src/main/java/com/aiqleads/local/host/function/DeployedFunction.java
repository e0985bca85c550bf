package com.aiqleads.local.host.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A packaged function and how it runs: what the deployment on AWS would configure.
///
/// @param id `<context>-<function>`
/// @param awsName the name on AWS, with its stage
/// @param artefact the exploded zip: classes at the root, libraries in `lib`
/// @param environments how many may run at once
/// @param snapStart whether its environments are restored from a snapshot of a started one
public record DeployedFunction(
    String id,
    String awsName,
    String handler,
    Path artefact,
    Duration timeout,
    int memoryMegabytes,
    int environments,
    boolean snapStart,
    Map<String, String> variables) {

  public static final String ACCOUNT = "000000000000";
  public static final String REGION = "us-east-1";

  public DeployedFunction {
    variables = Map.copyOf(variables);
  }

  public String arn() {
    return "arn:aws:lambda:%s:%s:function:%s".formatted(REGION, ACCOUNT, awsName);
  }
}
