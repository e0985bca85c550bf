package com.aiqleads.local.runtime;

import com.aiqleads.local.child.Parent;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;

/// One environment of a function: AWS's own client of the Lambda Runtime API, which by itself would
/// outlive a host that was killed.
public final class FunctionProcess {

  private FunctionProcess() {}

  /// Arguments: the handler's class.
  public static void main(String[] arguments) throws Throwable {
    Parent.endWithMe(() -> {});
    AWSLambda.main(arguments);
  }
}
