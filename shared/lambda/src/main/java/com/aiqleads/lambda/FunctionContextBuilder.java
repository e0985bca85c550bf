package com.aiqleads.lambda;

import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.context.env.Environment;

/// Starts only what the handler needs. The framework's own builder for Lambda makes every
/// singleton at start, and once it has said so it cannot be unsaid; the rest is the same here.
/// Configuration is read at once, so that a wrong key is named before the first event.
public final class FunctionContextBuilder extends DefaultApplicationContextBuilder {

  public FunctionContextBuilder() {
    environments(Environment.FUNCTION, "lambda");
    eagerInitConfiguration(true);
    banner(false);
  }
}
