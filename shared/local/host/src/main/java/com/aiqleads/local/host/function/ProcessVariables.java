package com.aiqleads.local.host.function;

import java.util.HashMap;
import java.util.Map;

/// The whole environment of a function's process: what AWS sets, and what the function's deployment
/// says; nothing of the host's own.
final class ProcessVariables {

  private ProcessVariables() {}

  static Map<String, String> of(DeployedFunction function, int number, String api) {
    Map<String, String> variables = new HashMap<>(function.variables());
    variables.put("AWS_LAMBDA_RUNTIME_API", api);
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.awsName());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.awsName());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", function.id() + "/" + number);
    variables.put(
        "AWS_LAMBDA_INITIALIZATION_TYPE", function.snapStart() ? "snap-start" : "on-demand");
    variables.put("AWS_REGION", DeployedFunction.REGION);
    variables.put("AWS_DEFAULT_REGION", DeployedFunction.REGION);
    variables.put("_HANDLER", function.handler());
    variables.put("TZ", ":UTC");
    variables.put("LANG", "en_US.UTF-8");
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    return variables;
  }
}
