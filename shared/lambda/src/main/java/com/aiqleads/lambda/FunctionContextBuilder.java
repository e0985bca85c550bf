package com.aiqleads.lambda;

import io.micronaut.function.aws.LambdaApplicationContextBuilder;

/// Starts only what the handler needs: the framework's own builder makes every bean at start. What
/// is configuration is read at once, so that a wrong key is named before the first event.
public final class FunctionContextBuilder extends LambdaApplicationContextBuilder {

  public FunctionContextBuilder() {
    eagerInitSingletons(false);
    banner(false);
  }
}
