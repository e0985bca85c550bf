package com.aiqleads.local.host.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A packaged function and how it runs: what the deployment on AWS would configure.
///
/// @param id `<context>-<function>`
/// @param awsName the name on AWS, with its stage
/// @param artefact the exploded zip: classes at the root, libraries in `lib`
/// @param concurrency how many calls may be with it when it is deployed, before one is refused
/// @param environments how many of them this machine runs at once; the others wait
/// @param snapStart whether its environments are restored from a snapshot of a started one
public record DeployedFunction(
    String id,
    String awsName,
    String handler,
    Path artefact,
    Duration timeout,
    int memoryMegabytes,
    int concurrency,
    int environments,
    boolean snapStart,
    Map<String, String> variables) {

  public static final String ACCOUNT = "000000000000";
  public static final String REGION = "us-east-1";

  public DeployedFunction {
    environments = Math.min(environments, concurrency);
    variables = Map.copyOf(variables);
  }

  public String arn() {
    return "arn:aws:lambda:%s:%s:function:%s".formatted(REGION, ACCOUNT, awsName);
  }
}
