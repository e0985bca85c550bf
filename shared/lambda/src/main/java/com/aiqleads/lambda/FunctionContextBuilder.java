package com.aiqleads.lambda;

import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.context.env.Environment;

/// Starts only what the handler needs. The framework's own builder for Lambda makes every
/// singleton at start, and once it has said so it cannot be unsaid; the rest is the same here.
/// Configuration is read at once, so that a wrong key is named before the first event. The
/// function's classes are those of the thread's loader: this class may stand in one that several
/// functions share.
public final class FunctionContextBuilder extends DefaultApplicationContextBuilder {

  public FunctionContextBuilder() {
    classLoader(Thread.currentThread().getContextClassLoader());
    environments(Environment.FUNCTION, "lambda");
    eagerInitConfiguration(true);
    banner(false);
  }
}
